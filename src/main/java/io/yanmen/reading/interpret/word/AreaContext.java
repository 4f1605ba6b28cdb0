package io.yanmen.reading.interpret.word;

import io.yanmen.catalog.AreaNames;
import io.yanmen.catalog.NameNormalForm;
import io.yanmen.evidence.AreaMention;
import io.yanmen.evidence.Evidence;
import io.yanmen.evidence.EvidenceItem;
import io.yanmen.model.Area;
import io.yanmen.model.AreaLevel;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
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
  // One clear name among doubtful ones does not show of which level they are.
  private static final int FEWEST_OF_A_LEVEL = 2;
  private static final String COUNTY_ENDINGS = "市县区旗州";

  private final AreaNames names;
  private final List<Area> around;
  private final Collection<List<Area>> mentions;
  private final AreaScope scope;

  /** The same, but for what the neighbours show where nothing around the table names an area. */
  private final AreaScope shared;

  /** Areas that rows or columns name without doubt. */
  private final Set<Area> peers;

  private final Set<Set<Area>> named;
  private final List<AreaLevel> commonLevels;

  /**
   * @param around areas named for the table as a whole, nearest first, each as all bearers of its
   *     name
   * @param mentions what rows and columns name, each as all bearers of that name
   * @param year the latest that the table speaks of; 0 where it names none
   */
  public AreaContext(
      AreaNames names, List<List<Area>> around, Collection<List<Area>> mentions, int year) {
    this.names = names;
    List<List<Area>> then =
        around.stream().map(it -> names.asOf(it, year)).filter(it -> !it.isEmpty()).toList();
    this.around = then.stream().filter(it -> it.size() == 1).map(it -> it.get(0)).toList();
    List<Area> outer =
        this.around.isEmpty() ? then.stream().findFirst().orElse(List.of()) : List.of(innermost());
    this.scope = new AreaScope(names, outer, year);
    this.mentions = mentions.stream().map(it -> meant(scope, it)).distinct().toList();
    this.peers =
        this.mentions.stream()
            .filter(m -> m.size() == 1)
            .map(m -> m.get(0))
            .collect(Collectors.toCollection(LinkedHashSet::new));
    this.shared = scope.orOf(peers);
    this.named = mentions.stream().map(Set::copyOf).collect(Collectors.toSet());
    this.commonLevels =
        Stream.of(AreaLevel.values()).filter(l -> mentions.size() > 1 && allAreOf(l)).toList();
  }

  /** A sheet of 代县 below a title of 忻州市 is the county's. */
  private Area innermost() {
    Area inner = around.get(0);
    for (Area other : around) {
      inner = names.isWithin(other, inner.code()) ? other : inner;
    }
    return inner;
  }

  private static List<Area> meant(AreaScope scope, List<Area> bearers) {
    List<Area> within = scope.within(bearers);
    return scope.asOf(within.isEmpty() ? bearers : within);
  }

  /**
   * The mention with as few candidates as the context leaves; one where the meaning is clear, none
   * where the name is borne only outside of what the table speaks of.
   */
  public EvidenceItem<AreaMention> resolve(EvidenceItem<AreaMention> found) {
    AreaMention mention = found.value();
    AreaMention meant =
        mention.total() == AreaMention.Total.NONE
            ? borne(mention)
            : total(mention.total()).map(List::of).map(mention::narrowed).orElse(mention);
    return meant.equals(mention)
        ? found
        : new EvidenceItem<>(meant, found.text(), found.where(), found.rival());
  }

  /**
   * What a head says, its area resolved. 新建 and 合作 are words as well as counties: by its short name
   * a head names a county only within a place that is known, or beside others of that place.
   */
  public Evidence resolveHead(Evidence head) {
    return head.area()
        .map(
            it ->
                isWordAlone(it)
                    ? new EvidenceItem<>(
                        AreaMention.elsewhere(it.value().candidates()),
                        it.text(),
                        it.where(),
                        it.rival())
                    : resolve(it))
        .map(it -> head.withArea(Optional.of(it)))
        .orElse(head);
  }

  private boolean isWordAlone(EvidenceItem<AreaMention> found) {
    List<Area> bearers = found.value().candidates();
    String plain = NameNormalForm.of(found.text()).toLowerCase(Locale.ROOT);
    return !bearers.isEmpty()
        && !scope.isKnown()
        && bearers.stream().allMatch(it -> isInShort(it, plain))
        && mentions.stream()
            .filter(other -> other.stream().noneMatch(bearers::contains))
            .flatMap(List::stream)
            .noneMatch(other -> bearers.stream().anyMatch(it -> areNear(it, other)));
  }

  /** Whether a text names a county without saying that it is one. */
  private static boolean isInShort(Area area, String plain) {
    boolean english =
        area.nameEn().isEmpty() || !plain.contains(area.nameEn().toLowerCase(Locale.ROOT));
    String name = AreaNames.shortName(area.nameZh());
    int behind = plain.indexOf(name) + name.length();
    boolean ending =
        plain.contains(name)
            && behind < plain.length()
            && COUNTY_ENDINGS.indexOf(plain.charAt(behind)) >= 0;
    return area.level() == AreaLevel.COUNTY && english && !ending && !plain.contains(area.code());
  }

  /** Whether two areas lie beside or within each other. */
  private boolean areNear(Area one, Area other) {
    return other.level() != AreaLevel.NATION
        && (other.parentCode().equals(one.parentCode())
            || names.isWithin(one, other.code())
            || names.isWithin(other, one.code()));
  }

  /** A line between rows may begin the part of another area beside that of the lines above. */
  public EvidenceItem<AreaMention> resolveLine(EvidenceItem<AreaMention> found) {
    EvidenceItem<AreaMention> resolved = resolve(found);
    if (resolved.value().elsewhere().isEmpty()) {
      return resolved;
    }
    AreaMention meant = borne(found.value(), scope.above());
    return new EvidenceItem<>(meant, found.text(), found.where(), found.rival());
  }

  private AreaMention borne(AreaMention mention) {
    // Where only the neighbours tell, a name that is none of them may begin another part.
    boolean isNeighbour = named.contains(Set.copyOf(mention.candidates()));
    return borne(mention, isNeighbour ? shared : scope);
  }

  private AreaMention borne(AreaMention mention, AreaScope known) {
    List<Area> bearers = mention.candidates();
    if (bearers.isEmpty()) {
      return mention;
    }
    List<Area> within = known.within(bearers);
    if (within.isEmpty()) {
      return AreaMention.elsewhere(known.asOf(bearers));
    }
    List<Area> then = known.asOf(within);
    List<Area> left = then.size() == 1 ? then : narrowed(then);
    List<Area> meant = left.isEmpty() ? then : left;
    List<Area> formerly =
        bearers.stream()
            .filter(it -> !meant.contains(it))
            .filter(it -> meant.stream().anyMatch(m -> names.succeeds(m, it)))
            .toList();
    return new AreaMention(meant, AreaMention.Total.NONE, formerly, List.of());
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
    boolean shown = commonLevels.contains(AreaLevel.PROVINCE) || peers.size() >= FEWEST_OF_A_LEVEL;
    return commonLevels.size() == 1 && shown
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
    List<Area> outer = shared.outer();
    return commonParent()
        .or(() -> outer.size() == 1 ? Optional.of(outer.get(0)) : Optional.empty())
        .filter(fits);
  }

  private Optional<Area> commonParent() {
    return commonParent(peers);
  }

  private Optional<Area> commonParent(Collection<Area> areas) {
    List<String> parents = areas.stream().map(AreaContext::parent).distinct().limit(2).toList();
    return parents.size() == 1 ? names.byCode(parents.get(0)) : Optional.empty();
  }

  private static String parent(Area area) {
    return area.parentCode().orElse("");
  }

  /**
   * The area whose members the rows or columns list, itself beside them or not: several, or one
   * below a title of that area.
   */
  public Optional<Area> members() {
    Set<String> parents = peers.stream().map(AreaContext::parent).collect(Collectors.toSet());
    List<Area> members = peers.stream().filter(it -> !parents.contains(it.code())).toList();
    return commonParent(members)
        .filter(
            it -> members.size() > 1 || around.stream().anyMatch(a -> a.code().equals(it.code())));
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
