package io.yanmen.model.text;

import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.CharacterEscapes;
import com.fasterxml.jackson.core.io.SerializedString;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Escapes in JSON what could change the layout or the direction of the line that it stands in, when
 * a person looks at it: the second set of controls, line and paragraph separators, direction marks.
 * The text that is read back is the same.
 */
public final class JsonLayout extends CharacterEscapes {
  private static final long serialVersionUID = 1L;
  private static final int DELETE = 0x7F;

  @Override
  public int[] getEscapeCodesForAscii() {
    int[] codes = standardAsciiEscapesForJSON();
    codes[DELETE] = ESCAPE_STANDARD;
    return codes;
  }

  @Override
  public @Nullable SerializableString getEscapeSequence(int c) {
    // Halves of pairs come one by one, and are JSON's own business.
    return ShownText.changesLayout(c) && !Character.isSurrogate((char) c)
        ? new SerializedString(String.format(Locale.ROOT, "\\u%04x", c))
        : null;
  }
}
