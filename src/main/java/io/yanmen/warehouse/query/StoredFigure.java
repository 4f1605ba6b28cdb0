package io.yanmen.warehouse.query;

import io.yanmen.model.ObservationStatus;
import io.yanmen.model.Qualifier;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.OptionalInt;

/**
 * One figure of a chart or a table.
 *
 * @param series whose page shows where it comes from; for a derived one the cumulative series that
 *     it was subtracted from; empty where that is no single one
 * @param value in the canonical unit of its measure
 * @param months length of the period: 1, 2 (January and February together), 3 or 12
 * @param derived a difference of published ones, published by nobody
 */
public record StoredFigure(
    OptionalInt series,
    String area,
    LocalDate start,
    BigDecimal value,
    Qualifier qualifier,
    ObservationStatus status,
    int months,
    boolean derived) {}
