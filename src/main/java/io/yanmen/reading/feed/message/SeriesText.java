package io.yanmen.reading.feed.message;

import java.util.List;

/** Series keys as SDMX writes them: the codes of all dimensions but time, joined by dots. */
public final class SeriesText {
  private SeriesText() {}

  public static String of(List<SdmxComponent> keyOrder, List<ComponentValue> codings) {
    StringBuilder key = new StringBuilder();
    for (SdmxComponent dimension : keyOrder) {
      if (!dimension.time()) {
        codings.stream()
            .filter(it -> it.dimension().equals(dimension.id()))
            .findFirst()
            .ifPresent(it -> key.append(key.isEmpty() ? "" : ".").append(it.code()));
      }
    }
    return key.toString();
  }

  /** The codes of those codings that identify a series. */
  public static String of(List<ComponentValue> codings) {
    StringBuilder key = new StringBuilder();
    for (ComponentValue coding : codings) {
      if (coding.kind() == ComponentValue.ComponentRole.DIMENSION) {
        key.append(key.isEmpty() ? "" : ".").append(coding.code());
      }
    }
    return key.toString();
  }
}
