package io.yanmen.reading.feed.coding;

import io.yanmen.evidence.Evidence;
import io.yanmen.model.outcome.RejectionCode;
import io.yanmen.reading.feed.message.ComponentValue;
import java.util.List;
import java.util.Optional;

/**
 * What one coding says.
 *
 * @param multiplier power of ten
 * @param leftOut whether a filter leaves the figure out
 * @param refusal why figures with this coding are refused
 */
public record ComponentMeaning(
    Evidence facets, int multiplier, boolean leftOut, Optional<Refused> refusal) {
  /** A code with the arguments of its messages. */
  public record Refused(RejectionCode code, List<String> arguments) {}

  static final ComponentMeaning NOTHING = of(Evidence.NONE);
  static final ComponentMeaning LEFT_OUT =
      new ComponentMeaning(Evidence.NONE, 0, true, Optional.empty());

  static ComponentMeaning of(Evidence facets) {
    return new ComponentMeaning(facets, 0, false, Optional.empty());
  }

  static ComponentMeaning of(Evidence facets, int multiplier) {
    return new ComponentMeaning(facets, multiplier, false, Optional.empty());
  }

  static ComponentMeaning refused(RejectionCode code, String... arguments) {
    return new ComponentMeaning(
        Evidence.NONE, 0, false, Optional.of(new Refused(code, List.of(arguments))));
  }

  /** A code that nothing says the meaning of. */
  static ComponentMeaning unmapped(ComponentValue coding) {
    return refused(RejectionCode.UNMAPPED_CODE, coding.dimension(), coding.code(), coding.label());
  }
}
