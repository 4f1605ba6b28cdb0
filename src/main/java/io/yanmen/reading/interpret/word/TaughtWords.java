package io.yanmen.reading.interpret.word;

import io.yanmen.catalog.LearnedNames;
import io.yanmen.catalog.NameNormalForm;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The words that people taught, as they hold for the files of one source. */
public final class TaughtWords {
  public static final TaughtWords NONE = of(List.of(), "");

  private final Map<String, LearnedNames.Word> words = new HashMap<>();

  private TaughtWords() {}

  /** Those of a source and those of all; where both have a word, the source's counts. */
  public static TaughtWords of(List<LearnedNames.Word> taught, String source) {
    TaughtWords known = new TaughtWords();
    for (LearnedNames.Word word : taught) {
      if (word.source().isEmpty()) {
        known.words.putIfAbsent(key(NameNormalForm.of(word.words())), word);
      } else if (word.source().equals(source)) {
        known.words.put(key(NameNormalForm.of(word.words())), word);
      }
    }
    return known;
  }

  /**
   * What was taught of words.
   *
   * @param plain in the form of {@link NameNormalForm#of}
   */
  Optional<LearnedNames.Word> word(String plain) {
    return words.isEmpty() ? Optional.empty() : Optional.ofNullable(words.get(key(plain)));
  }

  private static String key(String plain) {
    return plain.toLowerCase(Locale.ROOT);
  }
}
