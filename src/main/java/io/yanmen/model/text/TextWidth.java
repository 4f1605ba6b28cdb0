package io.yanmen.model.text;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UCharacterCategory;
import com.ibm.icu.lang.UProperty;

/** How many columns of a terminal a text takes: Chinese characters take two. */
public final class TextWidth {
  private TextWidth() {}

  public static int of(String text) {
    return text.codePoints().map(TextWidth::of).sum();
  }

  /** The text with spaces up to a width; longer text stays as it is. */
  public static String pad(String text, int width) {
    return text + " ".repeat(Math.max(0, width - of(text)));
  }

  private static int of(int c) {
    int category = UCharacter.getType(c);
    if (category == UCharacterCategory.NON_SPACING_MARK
        || category == UCharacterCategory.ENCLOSING_MARK
        || category == UCharacterCategory.FORMAT) {
      return 0;
    }
    return switch (UCharacter.getIntPropertyValue(c, UProperty.EAST_ASIAN_WIDTH)) {
      case UCharacter.EastAsianWidth.WIDE, UCharacter.EastAsianWidth.FULLWIDTH -> 2;
      default -> 1;
    };
  }
}
