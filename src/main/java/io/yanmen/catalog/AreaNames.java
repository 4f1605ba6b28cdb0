package io.yanmen.catalog;

import io.yanmen.model.Area;
import io.yanmen.model.AreaLevel;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Finds areas, of today and of before, by code and by name: full ({@code 繁峙县}), short ({@code 繁峙}),
 * or behind the areas around it ({@code 忻州市繁峙县}). A name may belong to several areas; which is
 * meant is for the table to tell.
 */
public final class AreaNames {
  private static final Pattern ADMINISTRATIVE_ENDING =
      Pattern.compile("(特别行政区|自治区|自治州|自治县|自治旗|地区|林区|特区|省|市|盟|州|县|区|旗)$");
  private static final Pattern PEOPLES =
      Pattern.compile(
          "(壮族|回族|维吾尔|蒙古族?|藏族|苗族|彝族|布依族|朝鲜族|满族|侗族|瑶族|白族|土家族|哈尼族|哈萨克族?|傣族|黎族|傈僳族|"
              + "佤族|畲族|拉祜族|水族|东乡族|纳西族|景颇族|柯尔克孜族?|土族|达斡尔族|仫佬族|羌族|布朗族|撒拉族|毛南族|"
              + "仡佬族|锡伯族?|阿昌族|普米族|塔吉克族?|怒族|俄罗斯族|鄂温克族|德昂族|保安族|裕固族|鄂伦春|独龙族|各族|"
              + "满族蒙古族|珞巴族|门巴族)+$");

  /** 大厂回族自治县 is 大厂县 for short, 延边朝鲜族自治州 延边州. */
  private static final Pattern OF_PEOPLES = Pattern.compile("自治[州县旗]$");

  private static final int SHORTEST_SHORT_NAME = 2;
  // The areas around an area and itself, each named in full, in English too.
  private static final int LONGEST_PATH = 160;
  private static final int DEEPEST_PATH = 6;

  private record Stem(Area area, String name) {}

  private final Map<String, Area> byCode = new HashMap<>();
  private final List<Stem> shortNames = new ArrayList<>();
  private final Map<String, List<Area>> byName = new HashMap<>();
  private final Map<String, List<Area>> children = new HashMap<>();
  private final Map<String, Set<String>> successors = new HashMap<>();

  public AreaNames(Catalog catalog) {
    for (Area area : catalog.areas()) {
      byCode.put(area.code(), area);
      area.parentCode()
          .ifPresent(p -> children.computeIfAbsent(p, c -> new ArrayList<>()).add(area));
    }
    for (Area area : catalog.areas()) {
      String shortName = names(area);
      shortNames.add(new Stem(area, shortName));
    }
    for (Catalog.FormerArea former : catalog.formerAreas()) {
      Area area = former.area();
      byCode.merge(area.code(), area, AreaNames::later);
      successors
          .computeIfAbsent(area.code(), c -> new LinkedHashSet<>(2))
          .addAll(former.successors());
      names(area);
    }
    for (Alias alias : catalog.areaAliases()) {
      Area area = byCode.get(alias.code());
      if (area == null) {
        throw new IllegalArgumentException(
            "alias " + alias.name() + " names no area: " + alias.code());
      }
      name(alias.name().toLowerCase(java.util.Locale.ROOT), area);
    }
  }

  private static Area later(Area one, Area other) {
    return one.validity().until() >= other.validity().until() ? one : other;
  }

  /** Its names; gives the short one. */
  private String names(Area area) {
    name(area.nameZh(), area);
    if (!area.nameEn().isEmpty()) {
      name(area.nameEn().toLowerCase(java.util.Locale.ROOT), area);
    }
    String shortName = shortName(area.nameZh());
    if (shortName.length() >= SHORTEST_SHORT_NAME) {
      name(shortName, area);
      if (OF_PEOPLES.matcher(area.nameZh()).find()) {
        name(shortName + area.nameZh().charAt(area.nameZh().length() - 1), area);
      }
    }
    return shortName;
  }

  private void name(String name, Area area) {
    String plain = NameNormalForm.of(name);
    if (plain.isEmpty()) {
      return;
    }
    List<Area> named = byName.computeIfAbsent(plain, n -> new ArrayList<>(1));
    if (!named.contains(area)) {
      named.add(area);
    }
  }

  /** A name without its ending: 代 of 代县, 新建 of 新建区. */
  public static String shortName(String fullName) {
    String stem = ADMINISTRATIVE_ENDING.matcher(fullName).replaceFirst("");
    if (stem.length() < fullName.length()) {
      String withoutPeoples = PEOPLES.matcher(stem).replaceFirst("");
      if (withoutPeoples.length() >= SHORTEST_SHORT_NAME) {
        return withoutPeoples;
      }
    }
    return stem;
  }

  public Optional<Area> byCode(String code) {
    return Optional.ofNullable(byCode.get(code));
  }

  /** The areas directly below one, in the order of the catalogue. */
  public List<Area> children(String code) {
    return children.getOrDefault(code, List.of());
  }

  /**
   * All areas that a text names as a whole, those of today first, then those that bore the name
   * before.
   *
   * @param plain in the form of {@link NameNormalForm#of}
   * @return empty if it names none
   */
  public List<Area> lookup(String plain) {
    if (plain.length() > LONGEST_PATH) {
      return List.of();
    }
    List<Area> direct = exactly(plain);
    if (!direct.isEmpty() || plain.length() < 2) {
      return direct;
    }
    List<Area> path = path(plain, 1);
    if (!path.isEmpty()) {
      return path;
    }
    if (!NameNormalForm.mayBeTraditional(plain)) {
      return List.of();
    }
    String simplified = NameNormalForm.simplified(plain);
    if (simplified.equals(plain)) {
      return List.of();
    }
    List<Area> areas = exactly(simplified);
    return areas.isEmpty() ? path(simplified, 1) : areas;
  }

  /** The areas of today that a text names, or where there are none, those that it once named. */
  public List<Area> today(String plain) {
    return today(lookup(plain));
  }

  /** Those of today, or where there are none, all of them. */
  private static List<Area> today(List<Area> bearers) {
    List<Area> lasting = bearers.stream().filter(it -> it.validity().lasts()).toList();
    return lasting.isEmpty() ? bearers : lasting;
  }

  /** Whether the bearers of a name are several, beside those that it had before. */
  public static boolean areSeveral(List<Area> bearers) {
    return today(bearers).stream().map(Area::code).distinct().limit(2).count() > 1;
  }

  /**
   * Those of the bearers of a name that a table of a year means by it. Where nobody bore it then,
   * the ones that bear it since: the table looks back in the names of its own day; and last those
   * that bore it before.
   *
   * @param year 0 where it is not known
   */
  public List<Area> asOf(List<Area> bearers, int year) {
    if (bearers.size() == 1) {
      return bearers;
    }
    if (year == 0) {
      return distinct(today(bearers));
    }
    List<Area> then = bearers.stream().filter(it -> it.validity().includes(year)).toList();
    if (then.isEmpty()) {
      then = bearers.stream().filter(it -> it.validity().until() == year).toList();
    }
    return distinct(then.isEmpty() ? today(bearers) : then);
  }

  /** One for each code, the latest. */
  private static List<Area> distinct(List<Area> areas) {
    if (areas.size() < 2) {
      return areas;
    }
    Map<String, Area> latest = new LinkedHashMap<>();
    areas.forEach(it -> latest.merge(it.code(), it, AreaNames::later));
    return List.copyOf(latest.values());
  }

  /** Whether an area took the place of a former one, at once or in the end. */
  public boolean succeeds(Area area, Area former) {
    if (former.validity().lasts()) {
      return false;
    }
    Set<String> reached = new LinkedHashSet<>(successors.getOrDefault(former.code(), Set.of()));
    List<String> open = new ArrayList<>(reached);
    while (!open.isEmpty()) {
      for (String next : successors.getOrDefault(open.remove(open.size() - 1), Set.of())) {
        if (reached.add(next)) {
          open.add(next);
        }
      }
    }
    return area.code().equals(former.code()) || reached.contains(area.code());
  }

  /** The areas of just this name or code; neither paths nor traditional characters are tried. */
  public List<Area> named(String plain) {
    return exactly(plain);
  }

  private List<Area> exactly(String plain) {
    if (plain.length() >= 6 && Character.isDigit(plain.charAt(0))) {
      String code =
          plain.endsWith("000000") && plain.length() == 12 ? plain.substring(0, 6) : plain;
      Area coded = byCode.get(code);
      if (coded != null) {
        return List.of(coded);
      }
    }
    List<Area> named = byName.get(plain);
    if (named == null) {
      named = byName.get(plain.toLowerCase(java.util.Locale.ROOT));
    }
    return named == null ? List.of() : named;
  }

  /** Names after those of the areas around them: 山西省忻州市代县. */
  private List<Area> path(String plain, int depth) {
    Set<Area> found = new LinkedHashSet<>();
    for (int split = 2; split <= plain.length() - 2; split++) {
      for (Area around : exactly(plain.substring(0, split))) {
        for (Area inner : lookupSimple(plain.substring(split), depth)) {
          if (isWithin(inner, around.code())) {
            found.add(inner);
          }
        }
      }
    }
    return List.copyOf(found);
  }

  private List<Area> lookupSimple(String plain, int depth) {
    List<Area> direct = exactly(plain);
    boolean path = direct.isEmpty() && plain.length() >= 4 && depth < DEEPEST_PATH;
    return path ? path(plain, depth + 1) : direct;
  }

  /** Whether an area is below another, at any depth. */
  public boolean isWithin(Area area, String code) {
    Optional<String> parent = area.parentCode();
    while (parent.isPresent()) {
      if (parent.get().equals(code)) {
        return true;
      }
      Area next = byCode.get(parent.get());
      parent = next == null ? Optional.empty() : next.parentCode();
    }
    return false;
  }

  /** Names of areas that look most like a text, best first. */
  public List<String> nearest(String plain, int most) {
    if (plain.length() > LONGEST_PATH) {
      return List.of();
    }
    String wanted = shortName(plain);
    int farthest = Math.max(1, wanted.length() / 2);
    return shortNames.stream()
        .filter(it -> Math.abs(it.name().length() - wanted.length()) <= farthest)
        .map(it -> new Likeness(it.area(), EditDistance.distance(wanted, it.name())))
        .filter(l -> l.distance() <= farthest)
        .sorted(
            Comparator.comparingInt(Likeness::distance)
                .thenComparing(l -> l.area().level() == AreaLevel.COUNTY ? 0 : 1)
                .thenComparing(l -> l.area().code()))
        .limit(most)
        .map(l -> l.area().nameZh() + " " + l.area().code())
        .toList();
  }

  private record Likeness(Area area, int distance) {}
}
