package io.yanmen.catalog;

import io.yanmen.model.outcome.RejectionCode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The thresholds of the checks, by what they hold for: that of an indicator counts before the usual
 * one, as in the view {@code check_limit}.
 */
public final class CheckThresholds {
  private record Key(String rule, String threshold, String indicator) {}

  private final Map<Key, CheckThreshold> all;

  public CheckThresholds(List<CheckThreshold> all) {
    this.all =
        all.stream()
            .collect(
                Collectors.toMap(
                    it -> new Key(it.rule(), it.threshold(), it.indicator()), Function.identity()));
  }

  /** Empty where the check does not apply to the indicator. */
  public Optional<BigDecimal> of(RejectionCode check, String threshold, String indicator) {
    CheckThreshold own = all.get(new Key(check.name(), threshold, indicator));
    CheckThreshold usual = all.get(new Key(check.name(), threshold, ""));
    return Optional.ofNullable(own == null ? usual : own).flatMap(CheckThreshold::value);
  }
}
