package io.yanmen.evidence;

import io.yanmen.model.text.ShownText;
import java.util.Optional;

/**
 * A piece of evidence: what was understood, from which words, and where they stand.
 *
 * @param text cut to 400 characters
 * @param where the cell, or a name for the place (file name, sheet name)
 * @param rival other evidence at the same distance that says something else
 * @param afar whether it stands around the table, and not at the figure's own column or row
 */
public record EvidenceItem<T>(
    T value, String text, String where, Optional<EvidenceItem<T>> rival, boolean afar) {
  private static final int LONGEST_TEXT = 400;

  public EvidenceItem {
    text = shortened(text);
  }

  public EvidenceItem(T value, String text, String where, Optional<EvidenceItem<T>> rival) {
    this(value, text, where, rival, false);
  }

  /** The same, marked as standing far from the figures. */
  public EvidenceItem<T> fromAfar() {
    return new EvidenceItem<>(value, text, where, rival, true);
  }

  /** No more of a page of text than any message shows: evidence is kept by the ten thousand. */
  static String shortened(String text) {
    return ShownText.beginning(text, LONGEST_TEXT);
  }

  public static <T> EvidenceItem<T> of(T value, String text, String where) {
    return new EvidenceItem<>(value, text, where, Optional.empty());
  }

  /**
   * This evidence beside other evidence of the same weight. What says a third thing is the rival
   * from then on: 环比 beside ±, which is growth or an increment, is neither.
   */
  public EvidenceItem<T> beside(EvidenceItem<T> other) {
    if (value.equals(other.value) || rival.filter(it -> it.value.equals(other.value)).isPresent()) {
      return this;
    }
    return new EvidenceItem<>(value, text, where, Optional.of(other), afar);
  }

  /** The words of two pieces of evidence that make one; the same words stand once. */
  String wordsWith(EvidenceItem<?> other) {
    return text.contains(other.text) ? text : text + " " + other.text;
  }

  /** The words with their place, for messages. */
  public String described() {
    return text + " (" + where + ")";
  }
}
