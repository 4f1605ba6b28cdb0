package io.yanmen.reading.format.xlsx;

import io.yanmen.model.outcome.UnreadableFileException;
import io.yanmen.model.table.CellRange;
import io.yanmen.reading.format.limit.Refusal;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds the merged rectangles of a sheet, which stand behind its rows, in a first pass over the
 * bytes. It looks at the names of tags only, for the pass has to be several times faster than
 * parsing; comments and CDATA sections are stepped over.
 */
public final class MergeScanner {
  private static final int MOST = 1_000_000;
  private static final int LONGEST_TAG = 1024;
  private static final byte[] NAME = "mergeCell".getBytes(StandardCharsets.US_ASCII);

  private final InputStream in;
  private final byte[] buffer = new byte[1 << 13];
  private final List<CellRange> found = new ArrayList<>();
  private int at;
  private int end;

  MergeScanner(InputStream in) {
    this.in = in;
  }

  /** Whether the bytes are XML in an encoding of one byte for a Latin letter. */
  static boolean canScan(byte[] start) {
    return start.length >= 2 && start[0] != 0 && start[1] != 0 && (start[0] & 0xFF) < 0xFE;
  }

  List<CellRange> scan() throws IOException, UnreadableFileException {
    while (moveToMarkup()) {
      int c = next();
      if (c == '!') {
        stepOverCommentOrData();
      } else if (isMergeCell(c)) {
        add(attributes());
      }
    }
    return found;
  }

  private boolean moveToMarkup() throws IOException {
    while (true) {
      int i = at;
      while (i < end && buffer[i] != '<') {
        i++;
      }
      at = i + 1;
      if (i < end) {
        return true;
      }
      if (!fill()) {
        return false;
      }
    }
  }

  private int next() throws IOException {
    return at < end || fill() ? buffer[at++] : -1;
  }

  private boolean fill() throws IOException {
    at = 0;
    end = Math.max(0, in.read(buffer));
    return end > 0;
  }

  private boolean isMergeCell(int first) throws IOException {
    int c = first;
    int matched = 0;
    boolean same = true;
    // Names of other tags are left at their first letter unless a prefix may follow.
    for (int length = 0; length < LONGEST_TAG; length++) {
      if (c == ':') {
        matched = 0;
        same = true;
      } else if (c <= ' ' || c == '>' || c == '/') {
        return same && matched == NAME.length && c != '>';
      } else if (same && matched < NAME.length && c == NAME[matched]) {
        matched++;
      } else {
        same = false;
      }
      c = next();
    }
    return false;
  }

  private String attributes() throws IOException, UnreadableFileException {
    StringBuilder text = new StringBuilder(32);
    for (int c = next(); c != '>' && c >= 0; c = next()) {
      text.append((char) c);
      if (text.length() > LONGEST_TAG) {
        throw damaged(text.substring(0, 40));
      }
    }
    return text.toString();
  }

  private void add(String attributes) throws UnreadableFileException {
    int ref = attributes.indexOf("ref");
    int equals = attributes.indexOf('=', ref);
    int open = equals + 1;
    while (ref >= 0 && open < attributes.length() && attributes.charAt(open) <= ' ') {
      open++;
    }
    int close =
        ref < 0 || equals < 0 || open >= attributes.length()
            ? -1
            : attributes.indexOf(attributes.charAt(open), open + 1);
    if (close < 0) {
      throw damaged(attributes);
    }
    add(found, attributes.substring(open + 1, close));
  }

  /** Adds the rectangle of a reference; refuses what is none, and more than any sheet needs. */
  static void add(List<CellRange> found, String reference) throws UnreadableFileException {
    found.add(CellReference.range(reference).orElseThrow(() -> damaged(reference)));
    refuseTooMany(found);
  }

  public static void refuseTooMany(List<CellRange> found) throws UnreadableFileException {
    if (found.size() > MOST) {
      throw Refusal.tooLarge("合并单元格数 (merged ranges)", found.size(), MOST);
    }
  }

  private static UnreadableFileException damaged(String what) {
    return Refusal.damaged("合并区域 " + what, "merged range " + what);
  }

  private void stepOverCommentOrData() throws IOException {
    int c = next();
    char last;
    if (c == '-') {
      last = '-';
    } else if (c == '[') {
      last = ']';
    } else {
      return;
    }
    int run = 0;
    // The first two marks of a comment's beginning are no end of it.
    next();
    for (c = next(); c >= 0; c = next()) {
      if (c == '>' && run >= 2) {
        return;
      }
      run = c == last ? run + 1 : 0;
    }
  }
}
