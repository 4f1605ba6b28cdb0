package io.yanmen.reading.format.xlsx;

import io.yanmen.reading.format.limit.ReadLimits;
import io.yanmen.reading.format.limit.Refusal;
import io.yanmen.reading.format.limit.RefusedContentException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.LongConsumer;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;

/**
 * A part of a zipped workbook as it expands: refuses what expands beyond the limits, and at the end
 * compares the checksum, so that a damaged part never passes for a sound one.
 */
final class PartStream extends FilterInputStream {
  private static final long RATIO_COUNTS_FROM = 1 << 20;
  private static final long MEBIBYTE = 1 << 20;

  private final ZipEntry entry;
  private final long packed;
  private final long allowed;
  private final ReadLimits limits;
  private final LongConsumer onClose;
  private final CRC32 crc = new CRC32();
  private long expanded;

  /**
   * @param packed bytes that the part takes in the file
   * @param allowed bytes that it may expand to
   * @param onClose hears how many bytes it expanded to
   */
  PartStream(
      InputStream in,
      ZipEntry entry,
      long packed,
      long allowed,
      ReadLimits limits,
      LongConsumer onClose) {
    super(in);
    this.entry = entry;
    this.packed = Math.max(1, packed);
    this.allowed = allowed;
    this.limits = limits;
    this.onClose = onClose;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    int count = expand(buffer, offset, length);
    if (count < 0) {
      if (entry.getCrc() >= 0 && entry.getCrc() != crc.getValue()) {
        throw new ZipException("checksum of " + entry.getName() + " does not fit");
      }
      return count;
    }
    crc.update(buffer, offset, count);
    expanded += count;
    refuse(expanded);
    return count;
  }

  private int expand(byte[] buffer, int offset, int length) throws IOException {
    try {
      return super.read(buffer, offset, length);
    } catch (RuntimeException e) {
      throw (IOException) new ZipException(entry.getName()).initCause(e);
    }
  }

  /** Refuses before anything is expanded what the archive itself says is too much. */
  void refuseAnnounced() throws RefusedContentException {
    refuse(entry.getSize());
  }

  private void refuse(long bytes) throws RefusedContentException {
    if (bytes > allowed) {
      throw new RefusedContentException(
          Refusal.expandsTooMuch("> " + mebibytes(allowed), mebibytes(limits.maxExpandedBytes())));
    }
    if (bytes > RATIO_COUNTS_FROM && bytes / packed > limits.maxExpansionRatio()) {
      throw new RefusedContentException(
          Refusal.expandsTooMuch(bytes / packed + " : 1", limits.maxExpansionRatio() + " : 1"));
    }
  }

  private static String mebibytes(long bytes) {
    return bytes / MEBIBYTE + " MiB";
  }

  @Override
  public void close() throws IOException {
    onClose.accept(expanded);
    super.close();
  }
}
