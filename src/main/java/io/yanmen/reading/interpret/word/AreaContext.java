package io.yanmen.reading.interpret.word;

import io.yanmen.catalog.AreaNames;
import io.yanmen.evidence.AreaMention;
import io.yanmen.evidence.EvidenceItem;
import io.yanmen.model.Area;
import io.yanmen.model.AreaLevel;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Tells which area a mention means from the areas around it: those of title, sheet and file name,
 * and those of the other rows.
 */
public final class AreaContext {
  private final AreaNames names;
  private final List<Area> around;
  private final Collection<List<Area>> mentions;

  /** Areas that rows or columns name without doubt. */
  private final Set<Area> peers;

  private final List<AreaLevel> commonLevels;

  /**
   * @param around areas named for the table as a whole, nearest first
   * @param mentions what rows and columns name, each as all the areas of that name
   */
  public AreaContext(AreaNames names, List<Area> around, Collection<List<Area>> mentions) {
    this.names = names;
    this.around = around;
    this.mentions = mentions;
    this.peers =
        mentions.stream()
            .filter(m -> m.size() == 1)
            .map(m -> m.get(0))
            .collect(Collectors.toCollection(LinkedHashSet::new));
    this.commonLevels =
        Stream.of(AreaLevel.values()).filter(l -> mentions.size() > 1 && allAreOf(l)).toList();
  }

  /** The mention with as few candidates as the context leaves; one where the meaning is clear. */
  public EvidenceItem<AreaMention> resolve(EvidenceItem<AreaMention> found) {
    AreaMention mention = found.value();
    if (mention.isClear()) {
      return found;
    }
    List<Area> left =
        mention.total() == AreaMention.Total.NONE
            ? narrowed(mention.candidates())
            : total(mention.total()).map(List::of).orElse(List.of());
    if (left.isEmpty() || left.equals(mention.candidates())) {
      return found;
    }
    return new EvidenceItem<>(
        new AreaMention(left, mention.total()), found.text(), found.where(), found.rival());
  }

  private List<Area> narrowed(List<Area> candidates) {
    for (Area outer : around) {
      List<Area> inside =
          candidates.stream()
              .filter(a -> a.equals(outer) || names.isWithin(a, outer.code()))
              .toList();
      if (inside.size() == 1) {
        return inside;
      }
    }
    Optional<String> parent = most(peers, a -> a.parentCode().orElse(""));
    List<Area> siblings = candidates.stream().filter(a -> a.parentCode().equals(parent)).toList();
    if (siblings.size() == 1) {
      return siblings;
    }
    Optional<AreaLevel> level = most(peers, Area::level);
    List<Area> equals =
        candidates.stream().filter(a -> Optional.of(a.level()).equals(level)).toList();
    return equals.size() == 1 ? equals : ofOneLevel(candidates);
  }

  /** 吉林, 海南, 河南: each names several areas, but only as provinces are they of one level. */
  private List<Area> ofOneLevel(List<Area> candidates) {
    return commonLevels.size() == 1
        ? candidates.stream().filter(a -> a.level() == commonLevels.get(0)).toList()
        : candidates;
  }

  private boolean allAreOf(AreaLevel level) {
    return mentions.stream().allMatch(m -> m.stream().filter(a -> a.level() == level).count() == 1);
  }

  /** What more than half of the areas have in common. */
  private static <T> Optional<T> most(Collection<Area> areas, Function<Area, T> property) {
    Map<T, Long> counts =
        areas.stream().collect(Collectors.groupingBy(property, Collectors.counting()));
    return counts.entrySet().stream()
        .filter(e -> e.getValue() * 2 > areas.size())
        .map(Map.Entry::getKey)
        .findFirst();
  }

  private Optional<Area> total(AreaMention.Total total) {
    return switch (total) {
      case NONE, NATION -> Optional.empty();
      case PROVINCE -> aroundOrParent(a -> a.level() == AreaLevel.PROVINCE);
      case PREFECTURE ->
          aroundOrParent(a -> a.level() == AreaLevel.PREFECTURE || a.nameZh().endsWith("市"));
      case COUNTY -> around.stream().filter(a -> a.level() == AreaLevel.COUNTY).findFirst();
      case SUM -> sum();
    };
  }

  private Optional<Area> aroundOrParent(java.util.function.Predicate<Area> fits) {
    Optional<Area> named = around.stream().filter(fits).findFirst();
    if (named.isPresent() || !around.isEmpty()) {
      return named;
    }
    return commonParent().filter(fits);
  }

  private Optional<Area> commonParent() {
    List<String> parents =
        peers.stream().map(a -> a.parentCode().orElse("")).distinct().limit(2).toList();
    return parents.size() == 1 ? names.byCode(parents.get(0)) : Optional.empty();
  }

  /** The area whose members the rows or columns list, where that are several. */
  public Optional<Area> members() {
    return peers.size() > 1 ? commonParent() : Optional.empty();
  }

  /** 合计 is the area around only where every part of it has its row. */
  private Optional<Area> sum() {
    Optional<Area> parent = commonParent();
    if (parent.isEmpty()) {
      return Optional.empty();
    }
    boolean complete =
        names.children(parent.get().code()).stream()
            .filter(a -> a.level() != AreaLevel.ZONE)
            .allMatch(peers::contains);
    return complete ? parent : Optional.empty();
  }
}
