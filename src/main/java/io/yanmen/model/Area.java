package io.yanmen.model;

import java.util.Optional;

/**
 * A reference area.
 *
 * @param code GB/T 2260 code of six digits, or a code of our own for units outside it ({@code
 *     140900-Z01})
 * @param parentCode the unit that it is a part of; empty for the nation
 */
public record Area(
    String code, String nameZh, String nameEn, AreaLevel level, Optional<String> parentCode) {
  public Area {
    if (code.isBlank() || nameZh.isBlank()) {
      throw new IllegalArgumentException("an area has a code and a name: " + code + " " + nameZh);
    }
  }
}
