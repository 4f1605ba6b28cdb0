package io.yanmen.catalog;

import java.util.List;
import java.util.Optional;

/**
 * A part of an indicator: one code of a list that indicators may be broken down by.
 *
 * @param list the list (sector, activity, urban_rural …)
 * @param parent the code of the same list that this one is part of
 */
public record Breakdown(
    String list,
    String code,
    String nameZh,
    String nameEn,
    List<String> aliasesZh,
    Optional<String> parent) {
  /** As it stands in a series: {@code sector:1}. */
  public String id() {
    return list + ":" + code;
  }
}
