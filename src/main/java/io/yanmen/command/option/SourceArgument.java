package io.yanmen.command.option;

import io.yanmen.reading.source.Source;
import io.yanmen.reading.source.Sources;
import io.yanmen.service.home.Home;
import org.jspecify.annotations.Nullable;

/** A source named on the command line. */
public final class SourceArgument {
  private SourceArgument() {}

  /**
   * @param code of a source; null for the one of files that no source claims
   * @throws UsageException if there is no such source
   */
  public static Source find(Home home, @Nullable String code) {
    if (code == null) {
      return Source.UNKNOWN;
    }
    return Sources.read(home.sources())
        .find(code)
        .orElseThrow(
            () ->
                new UsageException(
                    "没有名为 " + code + " 的来源，见 " + home.sources(),
                    "there is no source " + code + " in " + home.sources()));
  }
}
