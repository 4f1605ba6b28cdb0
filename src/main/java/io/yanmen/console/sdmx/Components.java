package io.yanmen.console.sdmx;

import io.yanmen.model.Language;
import java.util.Map;

/** What components of the structure are called. */
final class Components {
  private static final Map<String, String> ZH =
      Map.ofEntries(
          Map.entry("FREQ", "频率"),
          Map.entry("REF_AREA", "地区"),
          Map.entry("INDICATOR", "指标"),
          Map.entry("BREAKDOWN", "分组"),
          Map.entry("MEASURE", "计量方式"),
          Map.entry("RANK_IN", "位次范围"),
          Map.entry("SCENARIO", "数据性质"),
          Map.entry("ACCUMULATION", "累计方式"),
          Map.entry("TIME_PERIOD", "时期"),
          Map.entry("OBS_VALUE", "数值"),
          Map.entry("UNIT_MEASURE", "计量单位"),
          Map.entry("OBS_STATUS", "数据状态"),
          Map.entry("QUALIFIER", "约数"),
          Map.entry("SOURCE", "来源"),
          Map.entry("SOURCE_FILE", "来源文件"),
          Map.entry("LOADED_AT", "入库时间"));
  private static final Map<String, String> EN =
      Map.ofEntries(
          Map.entry("FREQ", "Frequency"),
          Map.entry("REF_AREA", "Reference area"),
          Map.entry("INDICATOR", "Indicator"),
          Map.entry("BREAKDOWN", "Breakdown"),
          Map.entry("MEASURE", "Measure"),
          Map.entry("RANK_IN", "Area within which a place is counted"),
          Map.entry("SCENARIO", "Scenario"),
          Map.entry("ACCUMULATION", "Accumulation"),
          Map.entry("TIME_PERIOD", "Time period"),
          Map.entry("OBS_VALUE", "Observation value"),
          Map.entry("UNIT_MEASURE", "Unit of measure"),
          Map.entry("OBS_STATUS", "Observation status"),
          Map.entry("QUALIFIER", "How exactly the value is meant"),
          Map.entry("SOURCE", "Source"),
          Map.entry("SOURCE_FILE", "Source file"),
          Map.entry("LOADED_AT", "Time of the load"));

  private Components() {}

  static String name(String id, Language language) {
    return (language == Language.ZH ? ZH : EN).getOrDefault(id, id);
  }
}
