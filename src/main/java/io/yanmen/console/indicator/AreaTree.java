package io.yanmen.console.indicator;

import io.yanmen.catalog.Catalog;
import io.yanmen.model.Area;
import io.yanmen.model.AreaLevel;
import io.yanmen.model.Language;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The areas of the catalogue as one walks down them: province, prefecture, county. */
public final class AreaTree {
  private static final Comparator<Area> ORDER =
      Comparator.comparing(Area::level).thenComparing(Area::code);

  private final Map<String, Area> areas = new LinkedHashMap<>();
  private final Map<String, List<Area>> parts = new LinkedHashMap<>();

  public AreaTree(Catalog catalog) {
    catalog.areas().forEach(it -> areas.put(it.code(), it));
    for (Area area : catalog.areas()) {
      area.parentCode()
          .ifPresent(it -> parts.computeIfAbsent(it, k -> new ArrayList<>()).add(area));
    }
    parts.values().forEach(it -> it.sort(ORDER));
  }

  public Optional<Area> area(String code) {
    return Optional.ofNullable(areas.get(code));
  }

  /** Directly below, by level and code. */
  public List<Area> parts(String code) {
    return List.copyOf(parts.getOrDefault(code, List.of()));
  }

  /** The province that an area is in; the area itself if it is one, or the nation. */
  public String provinceOf(String code) {
    Optional<Area> area = area(code);
    while (area.isPresent() && area.get().level().compareTo(AreaLevel.PROVINCE) > 0) {
      area = area.get().parentCode().flatMap(this::area);
    }
    return area.map(Area::code).orElse(code);
  }

  public List<Area> provinces() {
    return areas.values().stream().filter(it -> it.level() == AreaLevel.PROVINCE).toList();
  }

  /** The digits that the codes of an area's parts begin with. */
  public static String head(Area area) {
    return switch (area.level()) {
      case NATION -> "";
      case PROVINCE -> area.code().substring(0, 2);
      case PREFECTURE -> area.code().substring(0, 4);
      case COUNTY, ZONE -> area.code();
    };
  }

  /** Areas by a part of their name, or by their code. */
  public List<Area> search(String text, int most) {
    String wanted = text.strip().toLowerCase(Locale.ROOT);
    if (wanted.isEmpty()) {
      return List.of();
    }
    return areas.values().stream()
        .filter(
            it ->
                it.nameZh().contains(wanted)
                    || it.code().startsWith(wanted)
                    || it.nameEn().toLowerCase(Locale.ROOT).startsWith(wanted))
        .limit(most)
        .toList();
  }

  public String name(String code, Language language) {
    return area(code).map(it -> name(it, language)).orElse(code);
  }

  public static String name(Area area, Language language) {
    return language == Language.ZH || area.nameEn().isBlank() ? area.nameZh() : area.nameEn();
  }
}
