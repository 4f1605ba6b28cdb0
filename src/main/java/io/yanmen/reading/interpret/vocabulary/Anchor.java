package io.yanmen.reading.interpret.vocabulary;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Looks for a pattern at one place of a text. */
public final class Anchor {
  private Anchor() {}

  /** A matcher of what begins at a place, to which the text before it is not hidden. */
  public static Matcher at(Pattern pattern, String text, int from) {
    return pattern
        .matcher(text)
        .region(from, text.length())
        .useTransparentBounds(true)
        .useAnchoringBounds(false);
  }
}
