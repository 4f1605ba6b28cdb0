package io.yanmen.catalog;

/**
 * Words of titles that say something of all figures below them.
 *
 * @param words in the form of {@link NameNormalForm#of}
 * @param facet what they speak of: {@code scenario} or {@code status}
 * @param value the code of it
 */
public record WordMeaning(String words, String facet, String value) {
  public WordMeaning {
    words = NameNormalForm.of(words);
  }
}
