package io.yanmen.console.sdmx;

import io.yanmen.catalog.Breakdown;
import io.yanmen.catalog.Catalog;
import io.yanmen.model.Area;
import io.yanmen.model.AreaLevel;
import io.yanmen.model.Language;
import io.yanmen.model.Measure;
import io.yanmen.model.Scenario;
import io.yanmen.model.SeriesKey;
import io.yanmen.model.message.Bilingual;
import io.yanmen.model.message.Messages;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The codes of coded components, with their names. */
final class Codes {
  /**
   * A code.
   *
   * @param parent code that it is a part of
   */
  record Code(String id, String zh, String en, Optional<String> parent) {
    String name(Language language) {
      return language == Language.ZH || en.isBlank() ? zh : en;
    }
  }

  /** By component, then by code. */
  private final Map<String, Map<String, Code>> lists = new LinkedHashMap<>();

  Codes(Catalog catalog) {
    add("FREQ", said("FREQ", "A"), said("FREQ", "Q"), said("FREQ", "M"));
    List<Code> areas = new ArrayList<>();
    List<Code> wide = new ArrayList<>(List.of(of(Flow.rankIn(""), "sdmx.code.RANK_IN.none")));
    for (Area it : catalog.areas()) {
      areas.add(new Code(it.code(), it.nameZh(), it.nameEn(), it.parentCode()));
      if (it.level() != AreaLevel.COUNTY && it.level() != AreaLevel.ZONE) {
        wide.add(of(it.code(), it.nameZh(), it.nameEn()));
      }
    }
    add("REF_AREA", areas.toArray(Code[]::new));
    add("RANK_IN", wide.toArray(Code[]::new));
    add(
        "INDICATOR",
        catalog.indicators().stream()
            .map(it -> of(it.code(), it.nameZh(), it.nameEn()))
            .toArray(Code[]::new));
    add("BREAKDOWN", breakdowns(catalog));
    List<Code> measures = new ArrayList<>();
    for (Measure it : Measure.values()) {
      measures.add(term(it.code()));
    }
    add("MEASURE", measures.toArray(Code[]::new));
    List<Code> scenarios = new ArrayList<>();
    for (Scenario it : Scenario.values()) {
      scenarios.add(term(it.code()));
    }
    add("SCENARIO", scenarios.toArray(Code[]::new));
    add("ACCUMULATION", said("ACCUMULATION", "period"), said("ACCUMULATION", "ytd"));
    add(
        "OBS_STATUS",
        said("OBS_STATUS", "A"),
        said("OBS_STATUS", "P"),
        said("OBS_STATUS", "E"),
        said("OBS_STATUS", "M"),
        said("OBS_STATUS", "Q"));
    add(
        "QUALIFIER",
        said("QUALIFIER", "exact"),
        said("QUALIFIER", "at_least"),
        said("QUALIFIER", "over"),
        said("QUALIFIER", "about"),
        said("QUALIFIER", "up_to"));
  }

  private static Code[] breakdowns(Catalog catalog) {
    List<Code> parts = new ArrayList<>(List.of(of(SeriesKey.WHOLE, "sdmx.code.BREAKDOWN._T")));
    for (Breakdown it : catalog.breakdowns().all()) {
      parts.add(of(Flow.breakdown(it.id()), it.nameZh(), it.nameEn()));
    }
    return parts.toArray(Code[]::new);
  }

  private static Code said(String component, String id) {
    return of(id, "sdmx.code." + component + "." + id);
  }

  private static Code of(String id, String key) {
    Bilingual name = Bilingual.text(key);
    return of(id, name.zh(), name.en());
  }

  private static Code of(String id, String zh, String en) {
    return new Code(id, zh, en, Optional.empty());
  }

  private static Code term(String word) {
    return of(word, Messages.of(Language.ZH).term(word), Messages.of(Language.EN).term(word));
  }

  private void add(String component, Code... codes) {
    Map<String, Code> list = new LinkedHashMap<>();
    for (Code code : codes) {
      list.put(code.id(), code);
    }
    lists.put(component, list);
  }

  /** Components that have a code list. */
  List<String> components() {
    return List.copyOf(lists.keySet());
  }

  static String listOf(String component) {
    return "CL_" + component;
  }

  boolean isCoded(String component) {
    return lists.containsKey(component);
  }

  List<Code> all(String component) {
    return List.copyOf(lists.getOrDefault(component, Map.of()).values());
  }

  boolean knows(String component, String code) {
    return lists.getOrDefault(component, Map.of()).containsKey(code);
  }

  /** The name of a code; the code itself where there is none. */
  String name(String component, String code, Language language) {
    Code known = lists.getOrDefault(component, Map.of()).get(code);
    return known == null ? code : known.name(language);
  }
}
