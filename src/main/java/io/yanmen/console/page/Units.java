package io.yanmen.console.page;

import io.yanmen.catalog.Catalog;
import io.yanmen.model.Language;
import io.yanmen.model.Measure;
import io.yanmen.model.message.Messages;
import java.util.HashMap;
import java.util.Map;

/** Names of units: the symbol in Chinese, words in English where the catalogue has some. */
public final class Units {
  private final Map<String, String> english = new HashMap<>();

  public Units(Catalog catalog) {
    catalog.units().forEach(it -> english.put(it.symbol(), it.nameEn()));
    Messages messages = Messages.of(Language.EN);
    english.put(Measure.YOY_POINTS.unit(""), messages.text("unit.percentage_points"));
    english.put(Measure.RANK.unit(""), messages.text("unit.place"));
  }

  public String name(String symbol, Language language) {
    if (language == Language.ZH) {
      return symbol;
    }
    return english.getOrDefault(symbol, symbol);
  }
}
