package io.yanmen.catalog;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * A threshold of a check; {@code docs/checks.md} says what each means.
 *
 * @param rule code of the check
 * @param indicator code of the indicator that it holds for; empty for all that have none of their
 *     own
 * @param value empty where the check does not apply
 */
public record CheckThreshold(
    String rule, String threshold, String indicator, Optional<BigDecimal> value) {}
