package io.yanmen.report;

import io.yanmen.catalog.Breakdown;
import io.yanmen.catalog.Catalog;
import io.yanmen.model.Area;
import io.yanmen.model.Indicator;
import io.yanmen.model.Language;
import io.yanmen.model.SeriesKey;
import io.yanmen.model.message.Messages;
import java.util.HashMap;
import java.util.Map;

/** Names a series for people. */
@FunctionalInterface
public interface SeriesNames {
  /** Codes only, for when there is no catalogue at hand. */
  SeriesNames CODES =
      (series, language) ->
          series.areaCode() + " · " + series.indicatorCode() + " · " + series.measure().code();

  String name(SeriesKey series, Language language);

  /** Names from the catalogue; a code that it lacks stands for itself. */
  static SeriesNames of(Catalog catalog) {
    Map<String, Area> areas = new HashMap<>();
    catalog.areas().forEach(a -> areas.put(a.code(), a));
    Map<String, Indicator> indicators = new HashMap<>();
    catalog.indicators().forEach(i -> indicators.put(i.code(), i));
    Map<String, Breakdown> breakdowns = new HashMap<>();
    catalog.breakdowns().all().forEach(b -> breakdowns.put(b.id(), b));
    return (series, language) -> {
      boolean zh = language == Language.ZH;
      Area area = areas.get(series.areaCode());
      Indicator indicator = indicators.get(series.indicatorCode());
      String where = area == null ? series.areaCode() : zh ? area.nameZh() : area.nameEn();
      String what =
          indicator == null ? series.indicatorCode() : zh ? indicator.nameZh() : indicator.nameEn();
      Breakdown breakdown = breakdowns.get(series.breakdown());
      String part =
          breakdown == null ? series.breakdown() : zh ? breakdown.nameZh() : breakdown.nameEn();
      String some = series.breakdown().equals(SeriesKey.WHOLE) ? "" : " · " + part;
      Area among = areas.get(series.rankIn());
      String within = among == null ? "" : " (" + (zh ? among.nameZh() : among.nameEn()) + ")";
      String measure = Messages.of(language).term(series.measure().code());
      return where + " · " + what + some + " · " + measure + within;
    };
  }
}
