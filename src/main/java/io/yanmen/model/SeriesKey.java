package io.yanmen.model;

/** What identifies a series: everything about a value except when. */
public record SeriesKey(
    String areaCode,
    String indicatorCode,
    Measure measure,
    Scenario scenario,
    Frequency frequency,
    Accumulation accumulation) {}
