package io.yanmen.reading.feed.message;

import io.yanmen.model.outcome.UnreadableFileException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Ends XML that goes on without any tag: a parser would keep all of such a text in memory. */
final class TagLimitStream extends FilterInputStream {
  private static final int LONGEST = 1 << 20;

  private int sinceTag;

  TagLimitStream(InputStream in) {
    super(in);
  }

  /** No tag within the limit. */
  static final class TagTooLongException extends IOException {
    private static final long serialVersionUID = 1L;
  }

  static UnreadableFileException refusal() {
    return FeedRefusal.tooLarge("一个标记或一段文字的字节数 (bytes of a tag or text)", LONGEST + 1L, LONGEST);
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    int count = super.read(buffer, offset, length);
    for (int i = offset; i < offset + count; i++) {
      if (buffer[i] == '<') {
        sinceTag = 0;
        return count;
      }
    }
    sinceTag += Math.max(0, count);
    if (sinceTag > LONGEST) {
      throw new TagTooLongException();
    }
    return count;
  }
}
