package io.yanmen.console.indicator;

import com.ibm.icu.text.Transliterator;
import io.yanmen.catalog.Catalog;
import io.yanmen.model.Indicator;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Words that an indicator is found by: both names, other names, its code, and its pinyin. They are
 * made when they are asked for first, since the rules of pinyin alone take long to load.
 */
final class IndicatorWords {
  private final Catalog catalog;
  private final Map<String, String> words = new HashMap<>();

  IndicatorWords(Catalog catalog) {
    this.catalog = catalog;
  }

  private void make() {
    Transliterator pinyin = Transliterator.getInstance("Han-Latin; Latin-ASCII; Lower");
    for (Indicator it : catalog.indicators()) {
      String syllables = pinyin.transliterate(it.nameZh());
      StringBuilder initials = new StringBuilder();
      for (String syllable : syllables.split("[^a-z]+")) {
        initials.append(syllable.isEmpty() ? "" : syllable.substring(0, 1));
      }
      words.put(
          it.code(),
          String.join(
                  " ",
                  it.nameZh(),
                  it.nameEn(),
                  String.join(" ", it.aliasesZh()),
                  it.code(),
                  syllables.replace(" ", ""),
                  initials)
              .toLowerCase(Locale.ROOT));
    }
  }

  synchronized String of(Indicator indicator) {
    if (words.isEmpty()) {
      make();
    }
    return words.getOrDefault(indicator.code(), "");
  }
}
