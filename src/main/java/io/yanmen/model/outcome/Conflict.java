package io.yanmen.model.outcome;

import io.yanmen.model.Period;
import io.yanmen.model.SeriesKey;
import io.yanmen.model.table.CellAddress;
import java.math.BigDecimal;

/**
 * A value that differs from that of another source.
 *
 * @param shown the value that {@code indicator_observation} shows
 * @param kept the value that is kept in {@code revision} as not shown
 */
public record Conflict(
    SeriesKey series,
    Period period,
    CellAddress cell,
    BigDecimal shown,
    String shownSource,
    BigDecimal kept,
    String keptSource) {}
