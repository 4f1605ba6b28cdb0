package io.yanmen.reading.feed.coding;

import io.yanmen.evidence.Facets;
import io.yanmen.model.outcome.RejectionCode;
import io.yanmen.reading.feed.message.Coding;
import java.util.List;
import java.util.Optional;

/**
 * What one coding says.
 *
 * @param multiplier power of ten
 * @param leftOut whether a filter leaves the figure out
 * @param refusal why figures with this coding are refused
 */
public record Reading(Facets facets, int multiplier, boolean leftOut, Optional<Refused> refusal) {
  /** A code with the arguments of its messages. */
  public record Refused(RejectionCode code, List<String> arguments) {}

  static final Reading NOTHING = of(Facets.NONE);
  static final Reading LEFT_OUT = new Reading(Facets.NONE, 0, true, Optional.empty());

  static Reading of(Facets facets) {
    return new Reading(facets, 0, false, Optional.empty());
  }

  static Reading of(Facets facets, int multiplier) {
    return new Reading(facets, multiplier, false, Optional.empty());
  }

  static Reading refused(RejectionCode code, String... arguments) {
    return new Reading(Facets.NONE, 0, false, Optional.of(new Refused(code, List.of(arguments))));
  }

  /** A code that nothing says the meaning of. */
  static Reading unmapped(Coding coding) {
    return refused(RejectionCode.UNMAPPED_CODE, coding.dimension(), coding.code(), coding.label());
  }
}
