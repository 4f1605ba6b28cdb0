package io.yanmen.reading.format.limit;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * Refuses XML without any markup over eight mebibytes: a parser keeps a tag with all its attributes
 * in memory, however long somebody made it.
 */
public final class MarkupLimitStream extends FilterInputStream {
  private static final int LONGEST = 8 << 20;

  private int withoutMarkup;

  public MarkupLimitStream(InputStream in) {
    super(in);
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    int count = super.read(buffer, offset, length);
    for (int i = offset; i < offset + count; i++) {
      if (buffer[i] == '<') {
        withoutMarkup = 0;
        return count;
      }
    }
    withoutMarkup += Math.max(0, count);
    if (withoutMarkup > LONGEST) {
      throw new RefusedContentException(
          Refusal.tooLarge("一个标记或一段文字的字节数 (bytes of a tag or text)", withoutMarkup, LONGEST));
    }
    return count;
  }
}
