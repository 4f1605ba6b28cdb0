package io.yanmen.model.check;

import io.yanmen.model.outcome.RejectionCode;
import io.yanmen.model.outcome.Severity;
import java.util.Set;

/**
 * One rule that figures are held against: all that there is to say of it. What it says to people
 * stands in the messages under {@link #messageKey} and {@link #actionKey}, its thresholds in the
 * catalogue ({@code checks.csv}), and why it is as severe as it is in {@code docs/checks.md}.
 *
 * <p>A check is registered by being there, see {@link CheckRoom}; {@code docs/add-a-check.md} shows
 * how to add one.
 */
public interface Check {
  /** Its name: in reports, in the warehouse, and for its thresholds. */
  RejectionCode code();

  Severity severity();

  /** Names of the thresholds that it goes by; each stands in the catalogue. */
  default Set<String> thresholds() {
    return Set.of();
  }

  /** Figures that it finds something in. */
  CheckExample fails();

  /** Figures that only look like those: it finds nothing in them. */
  CheckExample passes();

  default String messageKey() {
    return "rejection." + code() + ".message";
  }

  default String actionKey() {
    return "rejection." + code() + ".action";
  }
}
