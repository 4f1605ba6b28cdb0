package io.yanmen.warehouse.query;

import java.util.List;

/**
 * Which series are asked for, by codes. Of each part one of the listed codes must fit; an empty
 * list lets all through.
 */
public record SeriesFilter(
    List<String> areas,
    List<String> indicators,
    List<String> breakdowns,
    List<String> measures,
    List<String> ranksIn,
    List<String> scenarios,
    List<String> frequencies,
    List<String> accumulations) {
  public static final SeriesFilter ALL = of(List.of(), List.of());

  public SeriesFilter {
    areas = List.copyOf(areas);
    indicators = List.copyOf(indicators);
    breakdowns = List.copyOf(breakdowns);
    measures = List.copyOf(measures);
    ranksIn = List.copyOf(ranksIn);
    scenarios = List.copyOf(scenarios);
    frequencies = List.copyOf(frequencies);
    accumulations = List.copyOf(accumulations);
  }

  /** Those of some areas and indicators. */
  public static SeriesFilter of(List<String> areas, List<String> indicators) {
    return new SeriesFilter(
        areas, indicators, List.of(), List.of(), List.of(), List.of(), List.of(), List.of());
  }
}
