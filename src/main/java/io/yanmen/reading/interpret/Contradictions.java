package io.yanmen.reading.interpret;

import io.yanmen.catalog.AreaNames;
import io.yanmen.evidence.AreaMention;
import io.yanmen.evidence.Evidence;
import io.yanmen.evidence.EvidenceItem;
import io.yanmen.evidence.PeriodPart;
import io.yanmen.evidence.PeriodSpans;
import io.yanmen.evidence.UnknownWords;
import io.yanmen.model.Accumulation;
import io.yanmen.model.Area;
import io.yanmen.model.Frequency;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Finds what title, sheet name, file name and source say of a table that cannot all be true: last
 * month's file with new figures. Looked for once in a table, not at each figure.
 */
final class Contradictions {
  /** Books that come out the year after the one that they are about. */
  private static final Pattern OF_THE_YEAR_BEFORE = Pattern.compile("年鉴|手册|概览|提要|公报");

  private final AreaNames names;
  private final int year;

  /**
   * @param year the latest that the table speaks of; 0 for none
   */
  Contradictions(AreaNames names, int year) {
    this.names = names;
    this.year = year;
  }

  /**
   * @param levels what stands around the table, nearest first
   * @param source what the source says by hand; its period is meant to overrule the others
   * @param heads what the table's own heads and labels of periods say
   */
  List<EvidenceItem<UnknownWords>> of(
      List<Evidence> levels, Evidence source, List<EvidenceItem<PeriodPart>> heads) {
    List<Evidence> withSource = Stream.concat(levels.stream(), Stream.of(source)).toList();
    return Stream.of(
            between("area", withSource, Evidence::area, this::mayBeOne),
            between("period", levels, Evidence::period, Contradictions::mayBeOfOneTime)
                .or(() -> withHeads(levels, heads)),
            monthAlone(levels, heads))
        .flatMap(Optional::stream)
        .toList();
  }

  private static <T> Optional<EvidenceItem<UnknownWords>> between(
      String what,
      List<Evidence> levels,
      Function<Evidence, Optional<EvidenceItem<T>>> part,
      BiPredicate<EvidenceItem<T>, EvidenceItem<T>> agree) {
    List<EvidenceItem<T>> said = levels.stream().flatMap(it -> part.apply(it).stream()).toList();
    for (int near = 0; near < said.size(); near++) {
      for (int far = near + 1; far < said.size(); far++) {
        if (!agree.test(said.get(near), said.get(far))) {
          return Optional.of(UnknownWords.contradiction(what, said.get(near), said.get(far)));
        }
      }
    }
    return said.stream()
        .filter(it -> it.rival().filter(other -> !other.where().equals(it.where())).isPresent())
        .filter(it -> !agree.test(alone(it), it.rival().get()))
        .findFirst()
        .map(it -> UnknownWords.contradiction(what, it, it.rival().get()));
  }

  private static <T> EvidenceItem<T> alone(EvidenceItem<T> item) {
    return EvidenceItem.of(item.value(), item.text(), item.where());
  }

  /** One area, or one within the other; bearers of one name count as whichever fits. */
  private boolean mayBeOne(EvidenceItem<AreaMention> one, EvidenceItem<AreaMention> other) {
    if (one.rival().isPresent() || other.rival().isPresent()) {
      return true;
    }
    List<Area> a = names.asOf(one.value().candidates(), year);
    List<Area> b = names.asOf(other.value().candidates(), year);
    return a.isEmpty() || b.isEmpty() || a.stream().anyMatch(x -> b.stream().anyMatch(nests(x)));
  }

  private java.util.function.Predicate<Area> nests(Area one) {
    return other ->
        one.code().equals(other.code())
            || names.isWithin(one, other.code())
            || names.isWithin(other, one.code())
            || names.succeeds(one, other)
            || names.succeeds(other, one);
  }

  private static boolean mayBeOfOneTime(
      EvidenceItem<PeriodPart> nearer, EvidenceItem<PeriodPart> farther) {
    if (isRange(nearer) || isRange(farther)) {
      return yearsMeet(nearer, farther);
    }
    boolean book =
        OF_THE_YEAR_BEFORE.matcher(farther.text()).find()
            && farther.value().isYearOnly()
            && farther.value().year() == nearer.value().year() + 1;
    return book
        || said(nearer).stream()
            .anyMatch(near -> said(farther).stream().anyMatch(far -> PeriodSpans.agree(near, far)));
  }

  private static boolean isRange(EvidenceItem<PeriodPart> item) {
    return item.value().isYearOnly()
        && item.rival().filter(it -> it.value().isYearOnly()).isPresent();
  }

  /** 2008-2022 holds each year between. */
  private static boolean yearsMeet(EvidenceItem<PeriodPart> one, EvidenceItem<PeriodPart> other) {
    List<Integer> a = said(one).stream().map(PeriodPart::year).filter(it -> it != 0).toList();
    List<Integer> b = said(other).stream().map(PeriodPart::year).filter(it -> it != 0).toList();
    return a.isEmpty() || b.isEmpty() || min(a) <= max(b) && min(b) <= max(a);
  }

  private static int min(List<Integer> years) {
    return years.stream().mapToInt(it -> it).min().orElse(0);
  }

  private static int max(List<Integer> years) {
    return years.stream().mapToInt(it -> it).max().orElse(0);
  }

  private static List<PeriodPart> said(EvidenceItem<PeriodPart> item) {
    return Stream.concat(Stream.of(item.value()), item.rival().stream().map(EvidenceItem::value))
        .toList();
  }

  /** Months in the heads, none of which is one that title or name speaks of. */
  private static Optional<EvidenceItem<UnknownWords>> withHeads(
      List<Evidence> levels, List<EvidenceItem<PeriodPart>> heads) {
    List<EvidenceItem<PeriodPart>> months =
        heads.stream().filter(it -> it.value().frequency() != Frequency.A).toList();
    if (months.isEmpty()) {
      return Optional.empty();
    }
    List<EvidenceItem<PeriodPart>> around = new ArrayList<>();
    levels.forEach(it -> it.period().ifPresent(around::add));
    return around.stream()
        .filter(it -> it.rival().isEmpty() && it.value().frequency() != Frequency.A)
        .filter(
            it -> months.stream().noneMatch(head -> PeriodSpans.isPart(head.value(), it.value())))
        .findFirst()
        .map(it -> UnknownWords.contradiction("period", months.get(0), it));
  }

  /** 当月 in the name of a sheet whose title speaks of 1-4月. */
  private static Optional<EvidenceItem<UnknownWords>> monthAlone(
      List<Evidence> levels, List<EvidenceItem<PeriodPart>> heads) {
    for (Evidence level : levels) {
      if (isMonthAlone(level)) {
        return Stream.concat(
                levels.stream()
                    .filter(
                        it -> it.accumulation().isEmpty() || isMonthAlone(it) && heads.isEmpty())
                    .flatMap(it -> it.period().stream()),
                heads.stream())
            .filter(it -> PeriodSpans.isSumOfMonths(it.value()))
            .findFirst()
            .map(it -> UnknownWords.contradiction("accumulation", it, level.accumulation().get()));
      }
    }
    return Optional.empty();
  }

  private static boolean isMonthAlone(Evidence level) {
    return level.accumulation().filter(it -> it.value() == Accumulation.PERIOD).isPresent();
  }
}
