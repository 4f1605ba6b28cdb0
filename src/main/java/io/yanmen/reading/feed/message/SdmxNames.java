package io.yanmen.reading.feed.message;

import java.util.Set;

/** Components whose names SDMX's cross-domain concepts fix. */
public final class SdmxNames {
  public static final String TIME = "TIME_PERIOD";
  public static final String FREQUENCY = "FREQ";
  static final String STATUS = "OBS_STATUS";
  public static final String MULTIPLIER = "UNIT_MULT";
  public static final String UNIT = "UNIT_MEASURE";
  public static final String VALUE = "OBS_VALUE";

  /** Components that say nothing of what a figure means: formats, comments, confidentiality. */
  private static final Set<String> HARMLESS =
      Set.of(
          "DECIMALS",
          "TITLE",
          "TITLE_COMPL",
          "CONF_STATUS",
          "CONF_STATUS_OBS",
          "OBS_CONF",
          "OBS_COM",
          "OBS_COMMENT",
          "COMMENT_OBS",
          "COMMENT_TS",
          "COMMENT_DSET",
          "COLL_METHOD",
          "TIME_FORMAT",
          "LAST_UPDATE",
          "LAST_UPDATED",
          "UPDATED",
          "EMBARGO_TIME",
          "PUBLISHER",
          "CONTACT_POINT",
          "COPYRIGHT",
          "LICENSE",
          "OBS_PRE_BREAK");

  private SdmxNames() {}

  public static ComponentValue.ComponentRole attributeKind(String id) {
    return id.equals(STATUS)
        ? ComponentValue.ComponentRole.STATUS
        : ComponentValue.ComponentRole.ATTRIBUTE;
  }

  /** The kind of a component that the format calls neither dimension nor attribute. */
  public static ComponentValue.ComponentRole componentKind(String id) {
    return switch (id) {
      case TIME -> ComponentValue.ComponentRole.TIME;
      case STATUS -> ComponentValue.ComponentRole.STATUS;
      default -> ComponentValue.ComponentRole.COMPONENT;
    };
  }

  public static boolean isHarmless(String id) {
    return HARMLESS.contains(id);
  }
}
