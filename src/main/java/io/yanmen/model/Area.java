package io.yanmen.model;

import java.util.Optional;

/**
 * A reference area, as long as it bears its name and its code.
 *
 * @param code GB/T 2260 code of six digits, or a code of our own for units outside it ({@code
 *     140900-Z01})
 * @param parentCode the unit that it is a part of; empty for the nation
 * @param validity when it was, or is, that area
 */
public record Area(
    String code,
    String nameZh,
    String nameEn,
    AreaLevel level,
    Optional<String> parentCode,
    Validity validity) {
  public Area {
    if (code.isBlank() || nameZh.isBlank()) {
      throw new IllegalArgumentException("an area has a code and a name: " + code + " " + nameZh);
    }
  }
}
