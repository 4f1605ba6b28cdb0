package io.yanmen.warehouse.stored;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteOrder;
import java.nio.LongBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/**
 * Rows of 32 words of 64 bits. The first lie on the heap; however many follow lie in a temporary
 * file that the system maps into memory and may put out of it again, so that the heap does not grow
 * with the figures of a file. The file has no name any more once it is open: nothing is left behind
 * by a kill.
 */
final class FigurePages {
  /** Words of a block. */
  static final int WORDS = 32;

  private static final int SEGMENT_BLOCKS = 1 << 14;
  private static final int SEGMENT_SHIFT = 14;
  private static final int WORD_SHIFT = 5;
  private static final int SEGMENTS_ON_HEAP = 2;
  private static final int FIRST_BLOCKS = 1 << 9;

  private final Path temporary;
  private final List<LongBuffer> segments = new ArrayList<>();
  private int count;

  /**
   * @param temporary folder of the files; made when it is first needed
   */
  FigurePages(Path temporary) {
    this.temporary = temporary;
  }

  int count() {
    return count;
  }

  /** A new block, all zeros. */
  int add() {
    int segment = count >> SEGMENT_SHIFT;
    if (segment == segments.size()) {
      segments.add(segment < SEGMENTS_ON_HEAP ? onHeap(segment) : mapped());
    } else if (segment == 0 && (count + 1) * WORDS > segments.get(0).capacity()) {
      segments.set(0, twice(segments.get(0)));
    }
    return count++;
  }

  /** A small file needs few blocks, and most files are small. */
  private static LongBuffer onHeap(int segment) {
    return LongBuffer.allocate((segment == 0 ? FIRST_BLOCKS : SEGMENT_BLOCKS) * WORDS);
  }

  private static LongBuffer twice(LongBuffer buffer) {
    LongBuffer larger = LongBuffer.allocate(buffer.capacity() * 2);
    larger.put(buffer.array());
    return larger;
  }

  private LongBuffer mapped() {
    try {
      Path file = Files.createTempFile(Files.createDirectories(temporary), "figures-", ".tmp");
      try (FileChannel channel =
          FileChannel.open(
              file,
              StandardOpenOption.READ,
              StandardOpenOption.WRITE,
              StandardOpenOption.DELETE_ON_CLOSE)) {
        return channel
            .map(FileChannel.MapMode.READ_WRITE, 0, (long) SEGMENT_BLOCKS * WORDS * Long.BYTES)
            .order(ByteOrder.nativeOrder())
            .asLongBuffer();
      }
    } catch (IOException e) {
      throw new UncheckedIOException("no room for the figures of the file in " + temporary, e);
    }
  }

  long get(int block, int word) {
    return segments
        .get(block >> SEGMENT_SHIFT)
        .get(((block & SEGMENT_BLOCKS - 1) << WORD_SHIFT) + word);
  }

  void put(int block, int word, long value) {
    segments
        .get(block >> SEGMENT_SHIFT)
        .put(((block & SEGMENT_BLOCKS - 1) << WORD_SHIFT) + word, value);
  }
}
