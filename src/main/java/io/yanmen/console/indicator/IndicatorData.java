package io.yanmen.console.indicator;

import io.yanmen.catalog.Catalog;
import io.yanmen.console.page.Units;
import io.yanmen.model.Indicator;
import io.yanmen.warehouse.query.AvailableSeries;
import io.yanmen.warehouse.query.FigureTable;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.sql.DataSource;

/**
 * What the page of indicators is made from.
 *
 * @param available which series have figures
 * @param figures the figures themselves
 * @param indicators by code, in the catalogue's order
 */
record IndicatorData(
    AreaTree tree,
    AvailableSeries available,
    FigureTable figures,
    Map<String, Indicator> indicators,
    IndicatorWords words,
    SeriesNames names,
    Units units) {

  static IndicatorData of(Catalog catalog, DataSource warehouse) {
    AreaTree tree = new AreaTree(catalog);
    Map<String, Indicator> indicators = new LinkedHashMap<>();
    catalog.indicators().forEach(it -> indicators.put(it.code(), it));
    return new IndicatorData(
        tree,
        new AvailableSeries(warehouse),
        new FigureTable(warehouse),
        Collections.unmodifiableMap(indicators),
        new IndicatorWords(catalog),
        new SeriesNames(catalog, tree),
        new Units(catalog));
  }
}
