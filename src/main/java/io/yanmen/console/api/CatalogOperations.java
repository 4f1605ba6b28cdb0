package io.yanmen.console.api;

import io.yanmen.catalog.Catalog;
import io.yanmen.console.web.Request;
import io.yanmen.console.web.Response;
import io.yanmen.console.web.Router;
import io.yanmen.model.Area;
import io.yanmen.model.AreaLevel;
import io.yanmen.model.Indicator;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Areas and indicators of the catalogue. */
final class CatalogOperations {
  private static final Set<String> LEVELS =
      Arrays.stream(AreaLevel.values())
          .map(it -> it.name().toLowerCase(Locale.ROOT))
          .collect(Collectors.toUnmodifiableSet());

  private final Catalog catalog;

  CatalogOperations(Catalog catalog) {
    this.catalog = catalog;
  }

  void addTo(Router paths) {
    paths.get("/api/areas", this::areas);
    paths.get("/api/indicators", this::indicators);
  }

  private Response areas(Request request) {
    QueryParameters.only(request, Set.of("level", "parent"));
    List<String> levels = QueryParameters.codes(request, "level", LEVELS);
    List<String> parents =
        QueryParameters.codes(
            request,
            "parent",
            catalog.areas().stream().map(Area::code).collect(Collectors.toSet()));
    return Json.of(
        Map.of(
            "areas",
            catalog.areas().stream()
                .filter(it -> levels.isEmpty() || levels.contains(level(it)))
                .filter(
                    it ->
                        parents.isEmpty() || it.parentCode().filter(parents::contains).isPresent())
                .map(CatalogOperations::told)
                .toList()));
  }

  private static String level(Area area) {
    return area.level().name().toLowerCase(Locale.ROOT);
  }

  private static Map<String, Object> told(Area area) {
    Map<String, Object> told = new LinkedHashMap<>();
    told.put("code", area.code());
    told.put("name_zh", area.nameZh());
    told.put("name_en", area.nameEn());
    told.put("level", level(area));
    Optional.of(area).flatMap(Area::parentCode).ifPresent(it -> told.put("parent_code", it));
    return told;
  }

  private Response indicators(Request request) {
    QueryParameters.only(request, Set.of());
    return Json.of(
        Map.of("indicators", catalog.indicators().stream().map(CatalogOperations::told).toList()));
  }

  private static Map<String, Object> told(Indicator indicator) {
    Map<String, Object> told = new LinkedHashMap<>();
    told.put("code", indicator.code());
    told.put("name_zh", indicator.nameZh());
    told.put("name_en", indicator.nameEn());
    told.put("unit", indicator.unit());
    told.put("kind", indicator.kind().name().toLowerCase(Locale.ROOT));
    told.put("summable", indicator.summable());
    told.put("frequency", indicator.frequency().name());
    return told;
  }
}
