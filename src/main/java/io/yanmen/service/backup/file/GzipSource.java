package io.yanmen.service.backup.file;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.LongConsumer;
import java.util.zip.CRC32;
import java.util.zip.GZIPInputStream;

/**
 * What a compressed file says, with a limit on how much of it is read at a time while nobody knows
 * what it will be.
 */
final class GzipSource extends InputStream {
  private static final int BUFFER = 1 << 16;
  private static final int TRAILER = 8;

  private final Path file;
  private final InputStream in;
  private final CRC32 crc = new CRC32();
  private long read;
  private long allowed = Long.MAX_VALUE;

  /**
   * @param watcher is told how many bytes of the file were read
   */
  GzipSource(Path file, LongConsumer watcher) throws IOException {
    this.file = file;
    InputStream raw =
        new BufferedInputStream(new Counted(Files.newInputStream(file), watcher), BUFFER);
    try {
      in = new GZIPInputStream(raw, BUFFER);
    } catch (IOException e) {
      raw.close();
      throw new BackupRefusedException("backup.refused.none");
    }
  }

  private static final class Counted extends FilterInputStream {
    private final LongConsumer watcher;
    private long count;

    Counted(InputStream in, LongConsumer watcher) {
      super(in);
      this.watcher = watcher;
    }

    @Override
    public int read() throws IOException {
      int b = super.read();
      count += b < 0 ? 0 : 1;
      return b;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
      int n = super.read(bytes, from, length);
      if (n > 0) {
        count += n;
        watcher.accept(count);
      }
      return n;
    }
  }

  /** From now on so many bytes may be read, and no more. */
  void allow(long bytes) {
    allowed = bytes;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] bytes, int from, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    if (allowed == 0) {
      throw new IOException("more than can be the head of an entry");
    }
    int n = in.read(bytes, from, (int) Math.min(length, allowed));
    if (n > 0) {
      crc.update(bytes, from, n);
      read += n;
      allowed -= n;
    }
    return n;
  }

  /**
   * Makes sure that nothing follows: neither of what it says nor in the file, whose last bytes have
   * to be the checksum and the length of what was read.
   */
  void end() throws IOException {
    allowed = BUFFER;
    byte[] rest = new byte[BUFFER];
    for (int n = read(rest, 0, BUFFER); n >= 0; n = read(rest, 0, BUFFER)) {
      for (int i = 0; i < n; i++) {
        if (rest[i] != 0) {
          throw new IOException("something follows after its end");
        }
      }
    }
    try (RandomAccessFile opened = new RandomAccessFile(file.toFile(), "r")) {
      byte[] trailer = new byte[TRAILER];
      opened.seek(Math.max(0, opened.length() - TRAILER));
      opened.readFully(trailer);
      ByteBuffer said = ByteBuffer.wrap(trailer).order(ByteOrder.LITTLE_ENDIAN);
      if (said.getInt() != (int) crc.getValue() || said.getInt() != (int) read) {
        throw new IOException("something follows after its end");
      }
    }
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
