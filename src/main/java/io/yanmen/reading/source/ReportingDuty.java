package io.yanmen.reading.source;

import io.yanmen.model.Frequency;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What a source has to report, how often, and by when.
 *
 * @param dueDays days after the end of a period on which its figures are due; 0 to 366
 * @param areas codes of the areas that are reported on
 * @param childrenOf code of an area whose parts are reported on (zones left out), besides those
 *     named
 * @param since first day of the first period
 */
public record ReportingDuty(
    Frequency frequency,
    int dueDays,
    List<String> areas,
    Optional<String> childrenOf,
    LocalDate since) {
  private static final int LONGEST = 366;

  public ReportingDuty {
    areas = List.copyOf(areas);
    if (dueDays < 0 || dueDays > LONGEST) {
      throw new IllegalArgumentException("0 to 366 days, not " + dueDays);
    }
  }
}
