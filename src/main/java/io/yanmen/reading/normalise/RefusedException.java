package io.yanmen.reading.normalise;

import io.yanmen.model.outcome.RejectionCode;
import java.util.List;

/** A statement that makes no observation; caught within this package, never thrown out of it. */
final class RefusedException extends Exception {
  private static final long serialVersionUID = 1L;

  private final RejectionCode code;
  private final transient List<String> arguments;

  RefusedException(RejectionCode code, String... arguments) {
    super(code.name(), null, false, false);
    this.code = code;
    this.arguments = List.of(arguments);
  }

  RejectionCode code() {
    return code;
  }

  List<String> arguments() {
    return arguments;
  }
}
