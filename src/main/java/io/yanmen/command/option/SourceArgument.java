package io.yanmen.command.option;

import io.yanmen.model.message.UserError;
import io.yanmen.reading.source.Source;
import io.yanmen.reading.source.Sources;
import io.yanmen.service.home.Home;
import org.jspecify.annotations.Nullable;

/** A source named on the command line. */
public final class SourceArgument {
  private SourceArgument() {}

  /**
   * @param code of a source; null for the one of files that no source claims
   * @throws UserError if there is no such source
   */
  public static Source find(Home home, @Nullable String code) {
    if (code == null) {
      return Source.UNKNOWN;
    }
    return Sources.read(home.sources())
        .find(code)
        .orElseThrow(() -> new UserError("usage.source.unknown", code, home.sources()));
  }
}
