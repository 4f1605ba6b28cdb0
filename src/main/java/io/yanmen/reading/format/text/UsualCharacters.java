package io.yanmen.reading.format.text;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;

/**
 * Tells a text of Taiwan or Hong Kong (Big5) from one in GB18030, though most bytes of either can
 * be read as the other: both standards have their usual characters in one range, which a text in
 * that encoding hardly leaves, and which a text in the other hits by chance.
 */
final class UsualCharacters {
  private static final Charset BIG5 = Charset.forName("Big5");
  private static final UsualCharacters OF_BIG5 = new UsualCharacters(BIG5, BIG5, 0xA4, 0xC6);
  private static final UsualCharacters OF_GB =
      new UsualCharacters(Charset.forName("GB18030"), Charset.forName("GB2312"), 0xB0, 0xD7);
  private static final int FIRST_SIGNS = 0xA1;
  private static final int LAST_SIGNS = 0xA3;
  // Of fewer characters too many are usual by chance.
  private static final int LEAST_CHARACTERS = 8;
  private static final double NEARLY_ALL = 0.85;
  private static final double BY_CHANCE = 0.6;

  private final Charset read;
  private final Charset standard;
  private final int first;
  private final int last;

  private UsualCharacters(Charset read, Charset standard, int first, int last) {
    this.read = read;
    this.standard = standard;
    this.first = first;
    this.last = last;
  }

  static boolean areOfBig5(byte[] sample) {
    return OF_BIG5.share(sample) >= NEARLY_ALL && OF_GB.share(sample) <= BY_CHANCE;
  }

  /** How many of the characters that are not ASCII are usual ones; 0 where there are too few. */
  private double share(byte[] sample) {
    CharsetEncoder encoder = standard.newEncoder();
    String text = new String(sample, read);
    int characters = 0;
    int usual = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= 0x80) {
        characters++;
        usual += isUsual(c, encoder) ? 1 : 0;
      }
    }
    return characters < LEAST_CHARACTERS ? 0 : (double) usual / characters;
  }

  private boolean isUsual(char c, CharsetEncoder encoder) {
    try {
      ByteBuffer bytes = encoder.encode(CharBuffer.wrap(new char[] {c}));
      int lead = bytes.remaining() == 2 ? bytes.get(0) & 0xFF : 0;
      return (lead >= FIRST_SIGNS && lead <= LAST_SIGNS) || (lead >= first && lead <= last);
    } catch (CharacterCodingException e) {
      return false;
    }
  }
}
