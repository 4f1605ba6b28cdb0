package io.yanmen.reading.interpret.word;

import io.yanmen.catalog.HarmlessWords;
import io.yanmen.catalog.NameNormalForm;
import io.yanmen.evidence.Evidence;
import io.yanmen.evidence.EvidenceItem;
import io.yanmen.evidence.UnknownWords;
import io.yanmen.model.outcome.RejectionCode;
import java.util.regex.Pattern;

/** Understands the lines that divide a table into sections. */
public final class SectionWords {
  private static final Pattern NUMBERING =
      Pattern.compile("^(?:[一二三四五六七八九十]{1,3}[、.,]|\\d{1,2}[、.]|\\([一二三四五六七八九十\\d]{1,3}\\))");

  private static final int LONGEST = 200;

  private final TextReader texts;
  private final Accounting accounting;
  private final HarmlessWords harmless;

  SectionWords(TextReader texts, Accounting accounting, HarmlessWords harmless) {
    this.texts = texts;
    this.accounting = accounting;
    this.harmless = harmless;
  }

  public static boolean isNumbered(String text) {
    return NUMBERING.matcher(NameNormalForm.of(beginning(text))).find();
  }

  /** A number before a heading is short, however long the heading. */
  private static String beginning(String text) {
    String heading = text.strip();
    return heading.length() <= LONGEST ? heading : heading.substring(0, LONGEST);
  }

  /** Whether a heading only sorts the rows; of a long one the beginning does not tell. */
  public boolean isOrdering(String text) {
    if (text.strip().length() > LONGEST) {
      return false;
    }
    String plain = NUMBERING.matcher(NameNormalForm.of(text)).replaceFirst("");
    if (plain.isEmpty()) {
      return false;
    }
    return harmless.kind(plain).filter(SectionWords::sorts).isPresent()
        || accounting.take(plain, Place.SECTION).allAre(SectionWords::sorts);
  }

  private static boolean sorts(HarmlessWords.Kind kind) {
    return kind == HarmlessWords.Kind.FIELD || kind == HarmlessWords.Kind.GENERIC;
  }

  private static boolean sorts(Piece piece) {
    return switch (piece.kind()) {
      case FIELD, GENERIC, DOCUMENT, CONNECTIVE, HARMLESS -> true;
      default -> false;
    };
  }

  public Evidence read(String text, String where) {
    if (isOrdering(text)) {
      return Evidence.NONE;
    }
    Evidence facets = texts.readPart(text, where);
    if (texts.understands(facets)) {
      return facets;
    }
    UnknownWords unknown = new UnknownWords(text.strip(), RejectionCode.UNKNOWN_CONTEXT);
    return Evidence.NONE.withUnknown(EvidenceItem.of(unknown, text.strip(), where));
  }
}
