package io.yanmen.console.page;

import io.yanmen.catalog.Catalog;
import io.yanmen.model.Language;
import java.util.HashMap;
import java.util.Map;

/** Names of units: the symbol in Chinese, words in English where the catalogue has some. */
public final class Units {
  private final Map<String, String> english = new HashMap<>();

  public Units(Catalog catalog) {
    catalog.units().forEach(it -> english.put(it.symbol(), it.nameEn()));
  }

  public String name(String symbol, Language language) {
    if (language == Language.ZH) {
      return symbol;
    }
    return switch (symbol) {
      case "百分点" -> "percentage points";
      case "位" -> "place";
      default -> english.getOrDefault(symbol, symbol);
    };
  }
}
