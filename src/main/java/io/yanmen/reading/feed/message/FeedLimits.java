package io.yanmen.reading.feed.message;

import io.yanmen.model.outcome.UnreadableFileException;

/**
 * What a feed may ask to be kept in memory at once: code lists, labels, the attributes of groups,
 * the values of one series. Figures themselves are never kept, however many there are.
 */
public final class FeedLimits {
  /** Longest code or name of a dimension. */
  public static final int CODE = 256;

  /** Longest label; what is longer is cut, as no name of the catalogue is as long. */
  public static final int LABEL = 500;

  /** Most dimensions and attributes of a data set. */
  public static final int DIMENSIONS = 200;

  /** Most characters kept of a file, each entry counted as 50 more. */
  private static final long KEPT = 30_000_000;

  private static final int ENTRY = 50;

  private long kept;

  /** A code, counted as kept. */
  public String code(String text) throws UnreadableFileException {
    if (text.length() > CODE) {
      throw FeedRefusal.tooLarge("代码字数 (characters of a code)", text.length(), CODE);
    }
    keep(text.length());
    return text;
  }

  /** A label, cut and counted as kept. */
  public String label(String text) throws UnreadableFileException {
    String cut = text.length() <= LABEL ? text : text.substring(0, LABEL);
    keep(cut.length());
    return cut;
  }

  /** Counts something kept that is so many characters long. */
  public void keep(int characters) throws UnreadableFileException {
    kept += characters + ENTRY;
    if (kept > KEPT) {
      throw FeedRefusal.tooLarge("代码表与标签的总字数 (characters of code lists and labels)", kept, KEPT);
    }
  }

  public static void dimensions(int found) throws UnreadableFileException {
    if (found > DIMENSIONS) {
      throw FeedRefusal.tooLarge("维度数 (dimensions)", found, DIMENSIONS);
    }
  }
}
