package io.yanmen.catalog;

import io.yanmen.model.Area;
import io.yanmen.model.Indicator;
import java.util.List;

/**
 * All that the product knows by name.
 *
 * @param areas those of today
 * @param formerAreas those of before
 * @param bareNames names of indicators that count only where nothing above says otherwise
 */
public record Catalog(
    List<Area> areas,
    List<FormerArea> formerAreas,
    List<Alias> areaAliases,
    List<Indicator> indicators,
    List<Alias> indicatorAliases,
    List<Alias> bareNames,
    Breakdowns breakdowns,
    List<UnitDefinition> units,
    List<CheckThreshold> checks) {

  public Catalog {
    areas = List.copyOf(areas);
    formerAreas = List.copyOf(formerAreas);
    areaAliases = List.copyOf(areaAliases);
    indicators = List.copyOf(indicators);
    indicatorAliases = List.copyOf(indicatorAliases);
    bareNames = List.copyOf(bareNames);
    units = List.copyOf(units);
    checks = List.copyOf(checks);
  }

  /**
   * An area that is no more, or bears another name or code now.
   *
   * @param successors codes of what took its place
   */
  public record FormerArea(Area area, List<String> successors) {
    public FormerArea {
      successors = List.copyOf(successors);
    }
  }
}
