package io.yanmen.console.sdmx;

import java.util.List;
import java.util.Locale;

/** The one dataflow, {@code YANMEN:INDICATORS(2.0)}, and the components of its structure. */
final class Flow {
  static final String AGENCY = "YANMEN";
  static final String ID = "INDICATORS";
  static final String VERSION = "2.0";
  static final String CONCEPTS = "CONCEPTS";
  static final String TIME = "TIME_PERIOD";
  static final String VALUE = "OBS_VALUE";
  static final String UNIT = "UNIT_MEASURE";

  /** Of a series, in the order of its key. */
  static final List<String> DIMENSIONS =
      List.of(
          "FREQ",
          "REF_AREA",
          "INDICATOR",
          "BREAKDOWN",
          "MEASURE",
          "RANK_IN",
          "SCENARIO",
          "ACCUMULATION");

  /** Of an observation. */
  static final List<String> ATTRIBUTES =
      List.of("OBS_STATUS", "QUALIFIER", "SOURCE", "SOURCE_FILE", "LOADED_AT");

  /** SDMX's code for what does not apply: within which area a figure is a place that is none. */
  private static final String NOT_APPLICABLE = "_Z";

  private Flow() {}

  /**
   * The code of a breakdown: SDMX allows no colon in it, so {@code sector:1} is {@code sector-1}.
   */
  static String breakdown(String code) {
    return code.replaceFirst(":", "-");
  }

  /** The breakdown whose code {@link #breakdown} gave. */
  static String breakdownOf(String code) {
    return code.replaceFirst("-", ":");
  }

  static String rankIn(String area) {
    return area.isEmpty() ? NOT_APPLICABLE : area;
  }

  static String rankInOf(String code) {
    return code.equals(NOT_APPLICABLE) ? "" : code;
  }

  /** As SDMX-CSV names it. */
  static String name() {
    return AGENCY + ":" + ID + "(" + VERSION + ")";
  }

  /**
   * Whether a reference of the form {@code AGENCY,ID,VERSION}, {@code AGENCY,ID} or {@code ID}
   * means it.
   */
  static boolean isMeant(String reference) {
    String[] parts = reference.split(",", -1);
    return switch (parts.length) {
      case 1 -> isAny(parts[0], ID);
      case 2 -> isAny(parts[0], AGENCY) && isAny(parts[1], ID);
      case 3 -> isAny(parts[0], AGENCY) && isAny(parts[1], ID) && isVersion(parts[2]);
      default -> false;
    };
  }

  /** Whether a provider means us: {@code all}, {@code YANMEN} or {@code YANMEN,YANMEN}. */
  static boolean isProvider(String reference) {
    String[] parts = reference.split(",", -1);
    return parts.length <= 2 && List.of(parts).stream().allMatch(it -> isAny(it, AGENCY));
  }

  static boolean isAny(String asked, String ours) {
    return asked.equals(ours) || asked.toLowerCase(Locale.ROOT).equals("all");
  }

  static boolean isVersion(String asked) {
    return isAny(asked, VERSION) || asked.toLowerCase(Locale.ROOT).equals("latest");
  }
}
