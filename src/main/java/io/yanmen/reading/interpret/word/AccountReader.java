package io.yanmen.reading.interpret.word;

import io.yanmen.catalog.AreaNames;
import io.yanmen.catalog.Breakdown;
import io.yanmen.evidence.AreaMention;
import io.yanmen.evidence.Evidence;
import io.yanmen.model.Accumulation;
import io.yanmen.model.Area;
import io.yanmen.model.Measure;
import io.yanmen.model.ObservationStatus;
import io.yanmen.model.Scenario;
import io.yanmen.model.outcome.RejectionCode;
import io.yanmen.reading.interpret.vocabulary.EvidenceBuilder;
import io.yanmen.reading.interpret.vocabulary.PeriodWords;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What the pieces of a text say that was taken apart completely, and what of them is not
 * understood.
 */
final class AccountReader {
  private static final Pattern DONE = Pattern.compile("完成|实际|进度|执行");

  private final AreaNames areas;
  private final TextReader texts;
  private final Lexicon lexicon;

  AccountReader(AreaNames areas, TextReader texts, Lexicon lexicon) {
    this.areas = areas;
    this.texts = texts;
    this.lexicon = lexicon;
  }

  /** What the name of a sheet or a file says: no more than area, period and scenario. */
  Evidence name(Account account, String written, String where) {
    EvidenceBuilder builder = new EvidenceBuilder(written, where);
    periods(account, builder);
    areas(account, builder);
    scenario(account, builder);
    leftover(account, builder);
    spans(account, builder);
    return builder.build();
  }

  /** The area that a text names, whatever else it says. */
  Evidence place(Account account, String where) {
    EvidenceBuilder builder = new EvidenceBuilder(account.text(), where);
    areas(account, builder);
    return builder.build().onlyAreaAndPeriod();
  }

  boolean isOneThing(String plain) {
    return !lexicon.meant(plain).isEmpty();
  }

  /** What a line above a table says, with the one indicator that it may name. */
  Evidence title(Account account, String where) {
    EvidenceBuilder builder = new EvidenceBuilder(account.text(), where);
    account.all(Piece.Kind.UNIT).forEach(p -> texts.unitList(p.text()).forEach(builder::unit));
    // A number alone is no title; where it is a head, it is read as one.
    if (account.pieces().size() > 1 || !isNumber(account.text())) {
      periods(account, builder);
    }
    areas(account, builder);
    scenario(account, builder);
    statuses(account, lexicon, builder);
    leftover(account, builder);
    Evidence subject = subject(account, where);
    if (subject.saysNothing()) {
      spans(account, builder);
      subject = measures(account, where);
    }
    return builder.build().beside(subject);
  }

  /**
   * 占比 and 位次 in a title that names no indicator: the columns say it too, or it speaks of them all.
   * Growth stands beside the amounts that it is the growth of.
   */
  private Evidence measures(Account account, String where) {
    Evidence said = Evidence.NONE;
    for (Piece piece : account.pieces()) {
      if (piece.is(Piece.Kind.MEASURE) || piece.is(Piece.Kind.MEASURE_LIST)) {
        Evidence read = texts.read(piece.text(), where);
        boolean growth = read.measure().filter(it -> it.value() == Measure.YOY).isPresent();
        said = growth || !texts.understands(read) ? said : said.beside(withoutRank(read));
      }
    }
    return said;
  }

  private static void periods(Account account, EvidenceBuilder builder) {
    for (Piece piece : account.all(Piece.Kind.PERIOD)) {
      Lexicon.monthInDigits(piece.text())
          .or(() -> PeriodWords.said(piece.text()))
          .map(it -> saysBothSpans(account) ? it.ofEitherSpan() : it)
          .ifPresent(builder::period);
    }
  }

  /** What a text says of the status of all figures below it. */
  static void statuses(Account account, Lexicon lexicon, EvidenceBuilder builder) {
    for (Piece status : account.all(Piece.Kind.STATUS)) {
      lexicon
          .meaning(status.text())
          .ifPresent(m -> builder.status(ObservationStatus.valueOf(m.value())));
    }
  }

  private static boolean isNumber(String text) {
    return text.chars().allMatch(Character::isDigit);
  }

  /** 当月及累计: each column has to say which of them it is. */
  private static boolean saysBothSpans(Account account) {
    return says(account, "当月") && says(account, "累计");
  }

  /** A span, in these words or in others that were taught to mean them. */
  private static boolean says(Account account, String span) {
    return account.text().contains(span)
        || account.all(Piece.Kind.ACCUMULATION).stream().anyMatch(p -> p.text().contains(span));
  }

  private static void spans(Account account, EvidenceBuilder builder) {
    if (saysBothSpans(account)) {
      return;
    }
    if (says(account, "当月")) {
      builder.accumulation(Accumulation.PERIOD);
    } else if (says(account, "累计")) {
      builder.accumulation(Accumulation.YTD);
    }
  }

  /** A plan and how far it got stand in one table: the columns have to say which is which. */
  private void scenario(Account account, EvidenceBuilder builder) {
    for (Piece piece : account.all(Piece.Kind.SCENARIO)) {
      Optional<Scenario> scenario = lexicon.meaning(piece.text()).map(m -> Scenario.of(m.value()));
      scenario.ifPresent(builder::scenario);
      boolean done =
          account.all(Piece.Kind.PROGRESS).stream().anyMatch(p -> DONE.matcher(p.text()).find());
      if (done && scenario.filter(s -> s == Scenario.TARGET).isPresent()) {
        builder.scenario(Scenario.ACTUAL);
      }
    }
  }

  /** 忻州市代县…: the innermost area of those that lie one within the other. */
  private void areas(Account account, EvidenceBuilder builder) {
    List<Area> inner = List.of();
    for (Piece piece : account.all(Piece.Kind.AREA)) {
      List<Area> named = areas.named(piece.text());
      List<Area> around = inner;
      List<Area> within =
          named.stream()
              .filter(a -> around.stream().anyMatch(o -> areas.isWithin(a, o.code())))
              .toList();
      boolean outside =
          named.stream()
              .anyMatch(
                  o -> around.stream().anyMatch(a -> a.equals(o) || areas.isWithin(a, o.code())));
      if (!within.isEmpty() || inner.isEmpty()) {
        inner = within.isEmpty() ? named : within;
      } else if (!outside) {
        besides(piece, named, account, builder);
      }
    }
    if (!inner.isEmpty()) {
      builder.area(AreaMention.of(inner));
    }
  }

  /**
   * 忻州市、朔州市 are two areas, named in full with a mark between. 包头市城区, where no such district is, is
   * a part of the city; 新兴产业 and 港口 are other words, that are called like an area elsewhere.
   */
  private static void besides(
      Piece piece, List<Area> named, Account account, EvidenceBuilder builder) {
    if (Lexicon.isFullName(piece.text())
        && account.endingAt(piece.start()).filter(it -> it.is(Piece.Kind.CONNECTIVE)).isPresent()) {
      builder.area(AreaMention.of(named));
      return;
    }
    int start =
        account.all(Piece.Kind.AREA).stream()
            .filter(it -> it.end() <= piece.start())
            .mapToInt(Piece::start)
            .max()
            .orElse(piece.start());
    builder.unknown(account.text().substring(start, piece.end()), RejectionCode.UNKNOWN_AREA);
  }

  private void leftover(Account account, EvidenceBuilder builder) {
    for (Piece left : account.leftover()) {
      Optional<Piece> area = areaBefore(left, account);
      if (area.isPresent()) {
        builder.unknown(
            account.text().substring(area.get().start(), left.end()), RejectionCode.UNKNOWN_AREA);
      } else {
        builder.unknown(
            left.text(),
            lexicon.isMeasureNotHeld(account.text(), left)
                ? RejectionCode.UNSUPPORTED_MEASURE
                : RejectionCode.UNKNOWN_CONTEXT);
      }
    }
    for (Piece heading : account.all(Piece.Kind.FIELD)) {
      List<Breakdown> parts = lexicon.parts(heading);
      if (!parts.isEmpty()) {
        builder.heading(heading.text(), parts);
      }
    }
    for (Piece counted : account.all(Piece.Kind.COUNTED)) {
      // Where that is how many there are, whoever knows the area around drops it.
      builder.unknown(counted.text(), RejectionCode.UNKNOWN_CONTEXT);
    }
    for (Piece span : account.all(Piece.Kind.SPAN_NOT_HELD)) {
      builder.unknown(span.text(), RejectionCode.UNSUPPORTED_PERIOD);
    }
  }

  /**
   * The area that words make another: what stands right behind its name is mostly a place or a body
   * in it (代县上馆镇, 代县经济开发区), unless an indicator follows (忻州市城镇固定资产投资).
   */
  private static Optional<Piece> areaBefore(Piece left, Account account) {
    if (account.startingAt(left.end()).filter(p -> p.is(Piece.Kind.INDICATOR)).isPresent()) {
      return Optional.empty();
    }
    Optional<Piece> before = account.endingAt(left.start());
    if (before.filter(p -> p.is(Piece.Kind.FIELD) || p.text().equals("经济")).isPresent()) {
      before = account.endingAt(before.get().start());
    }
    return before.filter(p -> p.is(Piece.Kind.AREA));
  }

  /** The one indicator that a title names, where it speaks of nothing else. */
  private Evidence subject(Account account, String where) {
    List<Piece> named = account.all(Piece.Kind.INDICATOR);
    boolean others =
        account.has(Piece.Kind.FIELD)
            || account.all(Piece.Kind.GENERIC).stream().anyMatch(p -> !p.text().equals("主要"));
    if (named.size() != 1 || others || !account.isComplete()) {
      return Evidence.NONE;
    }
    Piece name = named.get(0);
    int end = name.end();
    Optional<Piece> next = account.startingAt(end);
    boolean both = saysBothSpans(account);
    while (next.filter(it -> saysHowMeasured(it, both)).isPresent()) {
      end = next.get().end();
      next = account.startingAt(end);
    }
    Evidence read = texts.read(account.text().substring(name.start(), end), where);
    if (!texts.understands(read)) {
      read = texts.read(name.text(), where);
    }
    return texts.understands(read) && read.area().isEmpty() ? withoutRank(read) : Evidence.NONE;
  }

  private static boolean saysHowMeasured(Piece piece, boolean bothSpans) {
    return switch (piece.kind()) {
      case MEASURE, MEASURE_LIST -> true;
      case ACCUMULATION -> !bothSpans;
      default -> false;
    };
  }

  /** A table of ranks shows what it ranks too: a column of it has to say that it is the rank. */
  private static Evidence withoutRank(Evidence title) {
    boolean ranks = title.measure().filter(m -> m.value().isRank()).isPresent();
    return ranks ? title.withoutMeasure().beside(Evidence.RANKING) : title;
  }
}
