package io.yanmen.hostile;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** Archives whose directory says what no honest writer would say. */
final class RawZip {
  private static final int DEFLATED = 8;

  /** Bytes of an archive, packed, and where they stand. */
  record Data(int offset, int packed, int size, long crc) {}

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final List<byte[]> directory = new ArrayList<>();

  /** Adds bytes that entries may point to, under the name of the first of them. */
  Data data(String name, byte[] content) throws IOException {
    Deflater deflater = new Deflater(9, true);
    deflater.setInput(content);
    deflater.finish();
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    byte[] buffer = new byte[1 << 16];
    while (!deflater.finished()) {
      packed.write(buffer, 0, deflater.deflate(buffer));
    }
    deflater.end();
    CRC32 crc = new CRC32();
    crc.update(content);
    Data data = new Data(bytes.size(), packed.size(), content.length, crc.getValue());
    byte[] named = name.getBytes(StandardCharsets.UTF_8);
    ByteBuffer head = buffer(30 + named.length).putInt(0x04034b50).putShort((short) 20);
    described(head.putShort((short) 0), data).putShort((short) named.length).putShort((short) 0);
    bytes.write(content(head.put(named)));
    bytes.write(packed.toByteArray());
    return data;
  }

  /** An entry of the directory, which may be the second for the same bytes. */
  void entry(String name, Data data) {
    byte[] named = name.getBytes(StandardCharsets.UTF_8);
    ByteBuffer entry = buffer(46 + named.length).putInt(0x02014b50);
    entry.putShort((short) 20).putShort((short) 20).putShort((short) 0);
    described(entry, data).putShort((short) named.length);
    entry.putLong(0).putInt(0);
    directory.add(content(entry.putInt(data.offset()).put(named)));
  }

  private static ByteBuffer described(ByteBuffer to, Data data) {
    return to.putShort((short) DEFLATED)
        .putInt(0)
        .putInt((int) data.crc())
        .putInt(data.packed())
        .putInt(data.size());
  }

  byte[] written() throws IOException {
    int start = bytes.size();
    for (byte[] entry : directory) {
      bytes.write(entry);
    }
    ByteBuffer end = buffer(22).putInt(0x06054b50).putInt(0);
    end.putShort((short) directory.size()).putShort((short) directory.size());
    bytes.write(content(end.putInt(bytes.size() - start).putInt(start).putShort((short) 0)));
    return bytes.toByteArray();
  }

  private static byte[] content(ByteBuffer filled) {
    byte[] content = new byte[filled.flip().limit()];
    filled.get(content);
    return content;
  }

  private static ByteBuffer buffer(int size) {
    return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
  }
}
