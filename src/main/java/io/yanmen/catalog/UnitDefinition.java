package io.yanmen.catalog;

import java.math.BigDecimal;

/**
 * A unit as the warehouse lists it.
 *
 * @param symbol as catalogue and tables write it
 * @param base the unit of the same quantity that {@code factor} leads to
 * @param factor one of this unit is so many of the base
 */
public record UnitDefinition(String symbol, String base, BigDecimal factor, String nameEn) {}
