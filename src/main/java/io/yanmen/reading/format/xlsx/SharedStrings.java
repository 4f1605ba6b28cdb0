package io.yanmen.reading.format.xlsx;

import io.yanmen.model.outcome.UnreadableFileException;
import io.yanmen.model.table.Cell;
import io.yanmen.reading.format.limit.Refusal;
import io.yanmen.reading.format.value.ContentCells;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;

/**
 * The texts that cells of a workbook share, packed as UTF-8 into pages; the cells of those used
 * last are kept made.
 */
final class SharedStrings {
  private static final int PAGE_BITS = 20;
  private static final int PAGE = 1 << PAGE_BITS;
  private static final int BYTES_PER_STRING = 8;
  private static final int FIRST_PAGE = 1 << 12;
  private static final int CACHE = 1 << 14;
  private static final int LONG = 500;
  private static final int LONG_CACHE = 1 << 6;

  private final int maxBytes;
  private final List<byte[]> pages = new ArrayList<>();
  private int used;
  // Where each string begins, as page and place in it; its length stands before it.
  private int[] starts = new int[64];
  private int count;
  private final BitSet struckOut = new BitSet();
  private @Nullable Cell[] cached = new Cell[0];
  private int[] cachedIndex = new int[0];
  // Of long ones only a few are kept made, which may be thousands of times as large.
  private final @Nullable Cell[] longCached = new Cell[LONG_CACHE];
  private final int[] longIndex = new int[LONG_CACHE];

  SharedStrings(int maxBytes) {
    this.maxBytes = maxBytes;
  }

  void readAll(XmlPart part, int maxCellCharacters)
      throws XMLStreamException, UnreadableFileException {
    XlsxText text = new XlsxText(maxCellCharacters);
    while (part.nextElement()) {
      if (part.is("si")) {
        text.clear();
        text.addRuns(part);
        String value = text.toString();
        if (value.length() > maxCellCharacters) {
          throw Refusal.tooLarge("单元格字数 (characters in a cell)", value.length(), maxCellCharacters);
        }
        if (text.isStruckOut()) {
          struckOut.set(count);
        }
        add(value);
      }
    }
  }

  void add(String text) throws UnreadableFileException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    int needed = bytes.length + Integer.BYTES;
    long total = ((long) pages.size() << PAGE_BITS) + (long) count * BYTES_PER_STRING;
    if (total > maxBytes) {
      throw Refusal.tooLarge("共享文字的字节数 (bytes of shared texts)", total, maxBytes);
    }
    makeRoom(needed);
    if (count == starts.length) {
      starts = Arrays.copyOf(starts, count + (count >> 1));
    }
    byte[] page = pages.get(pages.size() - 1);
    starts[count++] = ((pages.size() - 1) << PAGE_BITS) | used;
    page[used] = (byte) (bytes.length >>> 24);
    page[used + 1] = (byte) (bytes.length >>> 16);
    page[used + 2] = (byte) (bytes.length >>> 8);
    page[used + 3] = (byte) bytes.length;
    System.arraycopy(bytes, 0, page, used + Integer.BYTES, bytes.length);
    used = Math.min(PAGE, used + needed);
  }

  /** The last page grows to its full size: most workbooks have few texts. */
  private void makeRoom(int needed) {
    int last = pages.size() - 1;
    if (last < 0 || (PAGE - used < needed && used > 0)) {
      pages.add(new byte[Math.max(FIRST_PAGE, needed)]);
      used = 0;
    } else if (pages.get(last).length - used < needed) {
      int doubled = Math.min(PAGE, pages.get(last).length * 2);
      pages.set(last, Arrays.copyOf(pages.get(last), Math.max(doubled, used + needed)));
    }
  }

  int size() {
    return count;
  }

  /** The cell of the string at an index below {@link #size()}. */
  Cell cell(int index) {
    if (cached.length == 0) {
      makeCache();
    }
    int slot = index & (cached.length - 1);
    Cell known = cached[slot];
    if (known != null && cachedIndex[slot] == index) {
      return known;
    }
    int longSlot = index & (LONG_CACHE - 1);
    Cell knownLong = longCached[longSlot];
    if (knownLong != null && longIndex[longSlot] == index) {
      return knownLong;
    }
    Cell cell =
        struckOut.get(index) ? ContentCells.struckOut(text(index)) : ContentCells.text(text(index));
    if (cell.text().length() > LONG) {
      longCached[longSlot] = cell;
      longIndex[longSlot] = index;
    } else {
      cached[slot] = cell;
      cachedIndex[slot] = index;
    }
    return cell;
  }

  /** As large as there are texts, rounded up to a power of two, within bounds. */
  private void makeCache() {
    int size = Math.min(CACHE, Integer.highestOneBit(Math.max(1, count)) * 2);
    cached = new Cell[size];
    cachedIndex = new int[size];
    Arrays.fill(cachedIndex, -1);
  }

  private String text(int index) {
    byte[] page = pages.get(starts[index] >>> PAGE_BITS);
    int at = starts[index] & (PAGE - 1);
    int length =
        (page[at] & 0xFF) << 24
            | (page[at + 1] & 0xFF) << 16
            | (page[at + 2] & 0xFF) << 8
            | (page[at + 3] & 0xFF);
    return new String(page, at + Integer.BYTES, length, StandardCharsets.UTF_8);
  }
}
