package io.yanmen.reading.format.xls;

import io.yanmen.model.outcome.UnreadableFileException;
import io.yanmen.reading.format.limit.ContentFormat;
import io.yanmen.reading.format.limit.ReadLimits;
import io.yanmen.reading.format.limit.Refusal;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/**
 * A first look at the record headers of an xls workbook: whether its version is read, whether the
 * chain of records reaches its end, and whether its shared texts fit into memory.
 *
 * @param streams where the workbook's own records and then each sheet's begin, in bytes
 */
record BiffScan(List<Long> streams) {
  private static final int BOF = 0x0809;
  private static final int EOF = 0x000A;
  private static final int SST = 0x00FC;
  private static final int CONTINUE = 0x003C;
  private static final int FILEPASS = 0x002F;
  private static final int BIFF8 = 0x0600;
  private static final int LEAST_BYTES_OF_STRING = 3;
  private static final int MEMORY_OF_STRING = 100;

  static BiffScan run(InputStream in, ReadLimits limits)
      throws IOException, UnreadableFileException {
    return new Run(in, limits).run();
  }

  private static final class Run {
    private final InputStream in;
    private final ReadLimits limits;
    private final List<Long> streams = new ArrayList<>();
    private long position;
    private int depth;
    private boolean encrypted;
    private long sstBytes;
    private long sstStrings;

    Run(InputStream in, ReadLimits limits) {
      this.in = in;
      this.limits = limits;
    }

    BiffScan run() throws IOException, UnreadableFileException {
      int last = -1;
      while (true) {
        long start = position;
        int sid = shortOrEnd();
        if (sid < 0 || (sid == 0 && depth == 0)) {
          break;
        }
        int length = shortOrEnd();
        if (length < 0) {
          throw cutShort();
        }
        byte[] head = in.readNBytes(Math.min(8, length));
        skip(length - head.length);
        position = start + 4 + length;
        if (head.length < Math.min(8, length)) {
          throw cutShort();
        }
        // Continuations belong to the record before the first of them.
        last = sid == CONTINUE ? last : sid;
        record(sid, last, length, head, start);
      }
      if (depth != 0 || streams.isEmpty()) {
        throw cutShort();
      }
      refuseTexts();
      return new BiffScan(List.copyOf(streams));
    }

    private void record(int sid, int last, int length, byte[] head, long start)
        throws UnreadableFileException {
      if (sid == BOF) {
        if (depth++ == 0) {
          streams.add(start);
          if (head.length < 2 || number(head, 0, 2) != BIFF8) {
            throw Refusal.unsupported(ContentFormat.OLD_EXCEL.label());
          }
        }
      } else if (sid == EOF) {
        if (--depth < 0) {
          throw cutShort();
        }
      } else if (sid == FILEPASS) {
        encrypted = true;
      } else if (last == SST) {
        if (sid == SST && head.length == 8) {
          sstStrings = number(head, 4, 4);
        }
        sstBytes += length;
      }
    }

    private void refuseTexts() throws UnreadableFileException {
      long strings = encrypted ? 0 : sstStrings;
      long memory = sstBytes + strings * MEMORY_OF_STRING;
      if (strings * LEAST_BYTES_OF_STRING > sstBytes) {
        throw Refusal.damaged("共享文字表", "table of shared texts");
      }
      if (memory > limits.maxSharedTextBytes() * 2L) {
        throw Refusal.tooLarge(
            "共享文字的字节数 (bytes of shared texts)", memory, limits.maxSharedTextBytes() * 2L);
      }
    }

    private void skip(int bytes) throws IOException, UnreadableFileException {
      if (bytes > 0 && in.skip(bytes) < bytes) {
        throw cutShort();
      }
    }

    private int shortOrEnd() throws IOException {
      int low = in.read();
      int high = in.read();
      return low < 0 || high < 0 ? -1 : low | (high << 8);
    }

    private static long number(byte[] bytes, int from, int count) {
      long number = 0;
      for (int i = from + count - 1; i >= from; i--) {
        number = (number << 8) | (bytes[i] & 0xFF);
      }
      return number;
    }

    private static UnreadableFileException cutShort() {
      return Refusal.damaged("工作簿的记录不完整", "the workbook's records are incomplete");
    }
  }
}
