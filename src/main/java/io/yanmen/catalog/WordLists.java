package io.yanmen.catalog;

import java.util.List;
import java.util.Map;

/**
 * The lists by which the words around figures are accounted for.
 *
 * @param harmless what changes nothing
 * @param meanings what says something of all figures below a title
 * @param lineKeys for the word before a colon (地区：…) what stands behind it
 */
public record WordLists(
    HarmlessWords harmless, List<WordMeaning> meanings, Map<String, String> lineKeys) {
  public WordLists {
    meanings = List.copyOf(meanings);
    lineKeys = Map.copyOf(lineKeys);
  }

  /** The lists that ship with the product. */
  public static WordLists shipped() {
    return Shipped.LISTS;
  }

  /** Read when first asked for: who reads no tables needs none. */
  private static final class Shipped {
    private static final WordLists LISTS = CatalogFiles.wordLists();
  }
}
