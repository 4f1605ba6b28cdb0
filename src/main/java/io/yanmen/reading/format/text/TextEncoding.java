package io.yanmen.reading.format.text;

import io.yanmen.model.outcome.UnreadableFileException;
import io.yanmen.reading.format.limit.Refusal;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The encoding of a text file, found from its whole content: byte order mark, UTF-16 by its zero
 * bytes, strict UTF-8, else strict GB18030, or Big5 where only that gives usual words. Bytes that
 * none of them explains are refused with their offset.
 */
record TextEncoding(Charset charset, int markBytes) {
  private static final Charset GB18030 = Charset.forName("GB18030");
  private static final Charset BIG5 = Charset.forName("Big5");
  private static final int SAMPLE = 1 << 16;
  // Where so much reads as UTF-8 before the first bad byte, a GB18030 reading would be nonsense.
  private static final int SURELY_UTF8 = 8;

  /**
   * @param ending what the file's name ends with, for the message where the content is no text
   */
  static TextEncoding find(Path file, String ending) throws UnreadableFileException, IOException {
    byte[] sample;
    try (InputStream in = Files.newInputStream(file)) {
      sample = in.readNBytes(SAMPLE);
    }
    TextEncoding marked = marked(sample);
    if (marked != null) {
      EncodingCheck check = EncodingCheck.run(file, marked, ending);
      if (!check.passed()) {
        throw refusal(check);
      }
      return marked;
    }
    if (isSoundUtf8(file)) {
      return new TextEncoding(StandardCharsets.UTF_8, 0);
    }
    EncodingCheck utf8 =
        EncodingCheck.run(file, new TextEncoding(StandardCharsets.UTF_8, 0), ending);
    if (utf8.passed()) {
      return new TextEncoding(StandardCharsets.UTF_8, 0);
    }
    if (utf8.evidence() >= SURELY_UTF8) {
      throw refusal(utf8);
    }
    TextEncoding big5 = new TextEncoding(BIG5, 0);
    if (UsualCharacters.areOfBig5(sample) && EncodingCheck.run(file, big5, ending).passed()) {
      return big5;
    }
    TextEncoding gb18030 = new TextEncoding(GB18030, 0);
    EncodingCheck check = EncodingCheck.run(file, gb18030, ending);
    if (!check.passed()) {
      throw refusal(check);
    }
    return gb18030;
  }

  private static boolean isSoundUtf8(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return Utf8Check.passes(in, Files.size(file));
    }
  }

  /** The content as text, without its byte order mark. */
  Reader open(Path file) throws IOException {
    SeekableByteChannel bytes = Files.newByteChannel(file);
    bytes.position(markBytes);
    return Channels.newReader(
        bytes,
        charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT),
        (int) Math.min(SAMPLE, Files.size(file) + 1));
  }

  private static UnreadableFileException refusal(EncodingCheck check) {
    return check.cutShort()
        ? Refusal.damaged(
            "文件在一个字符中间结束，字节位置 " + check.offset(),
            "ends within a character, at byte " + check.offset())
        : Refusal.unknownEncoding(check.offset());
  }

  private static @Nullable TextEncoding marked(byte[] bytes) {
    if (starts(bytes, 0xEF, 0xBB, 0xBF)) {
      return new TextEncoding(StandardCharsets.UTF_8, 3);
    }
    if (starts(bytes, 0xFF, 0xFE)) {
      return new TextEncoding(StandardCharsets.UTF_16LE, 2);
    }
    if (starts(bytes, 0xFE, 0xFF)) {
      return new TextEncoding(StandardCharsets.UTF_16BE, 2);
    }
    return byZeroBytes(bytes);
  }

  /** Line ends, digits and commas have a zero byte in UTF-16, always on the same side. */
  private static @Nullable TextEncoding byZeroBytes(byte[] bytes) {
    int even = 0;
    int odd = 0;
    for (int i = 0; i < bytes.length; i++) {
      if (bytes[i] == 0) {
        if (i % 2 == 0) {
          even++;
        } else {
          odd++;
        }
      }
    }
    int more = Math.max(even, odd);
    // A stray zero byte or two are no UTF-16; on the other side stand a few spaces (U+3000).
    if (bytes.length < 4 || more * 20 < bytes.length || Math.min(even, odd) * 4 > more) {
      return null;
    }
    return new TextEncoding(odd > even ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_16BE, 0);
  }

  private static boolean starts(byte[] bytes, int... mark) {
    if (bytes.length < mark.length) {
      return false;
    }
    for (int i = 0; i < mark.length; i++) {
      if ((bytes[i] & 0xFF) != mark[i]) {
        return false;
      }
    }
    return true;
  }
}
