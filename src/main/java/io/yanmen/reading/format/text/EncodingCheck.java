package io.yanmen.reading.format.text;

import io.yanmen.model.outcome.UnreadableFileException;
import io.yanmen.reading.format.limit.Refusal;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Whether a whole file can be decoded strictly, read in pieces.
 *
 * @param offset where the first bad byte stands
 * @param cutShort whether the bad bytes are the beginning of a character that the end of the file
 *     cuts off
 * @param evidence how much spoke for the encoding before that: 1 for each character of two bytes, 4
 *     for each of three or more
 */
record EncodingCheck(boolean passed, long offset, boolean cutShort, int evidence) {
  private static final int BUFFER = 1 << 16;
  private static final int ENOUGH = 1000;

  /** Refuses a file with zero characters: that is no text in any encoding. */
  static EncodingCheck run(Path file, TextEncoding encoding, String ending)
      throws UnreadableFileException, IOException {
    CharsetDecoder decoder =
        encoding
            .charset()
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    ByteBuffer bytes = ByteBuffer.allocate(BUFFER).limit(0);
    CharBuffer chars = CharBuffer.allocate(BUFFER);
    int evidence = 0;
    try (SeekableByteChannel channel = Files.newByteChannel(file)) {
      channel.position(encoding.markBytes());
      boolean end = false;
      while (!end) {
        bytes.compact();
        end = channel.read(bytes) < 0;
        bytes.flip();
        CoderResult result = decoder.decode(bytes, chars, end);
        refuseZeros(chars, ending);
        evidence = Math.min(ENOUGH, evidence + weigh(chars));
        if (result.isError()) {
          long offset = channel.position() - bytes.remaining();
          boolean cutShort = end && bytes.remaining() <= result.length();
          return new EncodingCheck(false, offset, cutShort, evidence);
        }
        chars.clear();
      }
    }
    return new EncodingCheck(true, 0, false, evidence);
  }

  private static void refuseZeros(CharBuffer chars, String ending) throws UnreadableFileException {
    char[] array = chars.array();
    for (int i = 0; i < chars.position(); i++) {
      if (array[i] == 0) {
        throw ending.isEmpty()
            ? Refusal.unsupported("binary")
            : Refusal.wrongFormat(ending, "binary");
      }
    }
  }

  private static int weigh(CharBuffer chars) {
    char[] array = chars.array();
    int sum = 0;
    for (int i = 0; i < chars.position() && sum < ENOUGH; i++) {
      if (array[i] >= 0x800) {
        sum += 4;
      } else if (array[i] >= 0x80) {
        sum++;
      }
    }
    return sum;
  }
}
