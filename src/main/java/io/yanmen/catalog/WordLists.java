package io.yanmen.catalog;

import io.yanmen.model.ObservationStatus;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The lists by which the words around figures are accounted for.
 *
 * @param harmless what changes nothing
 * @param meanings what says something of all figures below a title
 * @param lineKeys for the word before a colon (地区：…) what stands behind it
 * @param notes sentences that notes of tables are known to have
 * @param measuresNotHeld growth of a kind that no series holds; it only tells how words that are
 *     not understood are refused, never whether
 */
public record WordLists(
    HarmlessWords harmless,
    List<WordMeaning> meanings,
    Map<String, String> lineKeys,
    List<NoteSentence> notes,
    Pattern measuresNotHeld) {
  public WordLists {
    meanings = List.copyOf(meanings);
    lineKeys = Map.copyOf(lineKeys);
    notes = List.copyOf(notes);
  }

  /** The lists that ship with the product. */
  public static WordLists shipped() {
    return Shipped.LISTS;
  }

  /** Read when first asked for: who reads no tables needs none. */
  private static final class Shipped {
    private static final WordLists LISTS = CatalogFiles.wordLists();
  }

  /**
   * A sentence that notes of tables are known to have.
   *
   * @param form of the whole sentence, in the form of {@link NameNormalForm#of}
   * @param status that it gives to all figures of the table; empty if it changes nothing
   */
  public record NoteSentence(Pattern form, Optional<ObservationStatus> status) {
    private static final String STATUS = "status:";

    /**
     * @param effect {@code nothing}, or {@code status:P}
     */
    static NoteSentence of(String form, String effect) {
      if (!effect.equals("nothing") && !effect.startsWith(STATUS)) {
        throw new IllegalArgumentException("note_sentences.csv: no such effect: " + effect);
      }
      return new NoteSentence(
          Pattern.compile(form),
          effect.startsWith(STATUS)
              ? Optional.of(ObservationStatus.valueOf(effect.substring(STATUS.length())))
              : Optional.empty());
    }

    /** Whether a sentence is this one. */
    public boolean says(String plain) {
      return form.matcher(plain).matches();
    }
  }
}
