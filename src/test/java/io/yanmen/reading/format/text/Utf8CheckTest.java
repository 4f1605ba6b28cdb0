package io.yanmen.reading.format.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Holds the quick check to the decoder of the platform. */
class Utf8CheckTest {
  @Property(tries = 20_000)
  void passesWhatTheDecoderTakes(@ForAll("bytes") byte[] bytes) throws IOException {
    assertThat(Utf8Check.passes(new ByteArrayInputStream(bytes), bytes.length))
        .isEqualTo(decodes(bytes));
  }

  @Property(tries = 2_000)
  void piecesOfTheStreamDoNotMatter(@ForAll("bytes") byte[] bytes) throws IOException {
    InputStream oneByOne =
        new FilterInputStream(new ByteArrayInputStream(bytes)) {
          @Override
          public int read(byte[] buffer, int offset, int length) throws IOException {
            return super.read(buffer, offset, Math.min(1, length));
          }
        };
    assertThat(Utf8Check.passes(oneByOne, bytes.length)).isEqualTo(decodes(bytes));
  }

  @Example
  void zerosAreNoText() throws IOException {
    byte[] bytes = {'a', 0, 'b', 'c', 'd', 'e'};
    assertThat(Utf8Check.passes(new ByteArrayInputStream(bytes), bytes.length)).isFalse();
  }

  /** Sound characters of every length with bytes between them that may be none. */
  @Provide
  Arbitrary<byte[]> bytes() {
    Arbitrary<byte[]> characters =
        Arbitraries.strings()
            .withChars('a', '县', 'é', '\ud7ff', '\ue000', '\uffff', '\u0800', '\u07ff')
            .ofMaxLength(4)
            .map(text -> text.getBytes(StandardCharsets.UTF_8));
    Arbitrary<byte[]> four =
        Arbitraries.of(0x10000, 0x20000, 0x10FFFF)
            .map(code -> Character.toString(code).getBytes(StandardCharsets.UTF_8));
    Arbitrary<byte[]> any =
        Arbitraries.bytes().filter(b -> b != 0).array(byte[].class).ofMaxSize(3);
    return Arbitraries.frequencyOf(
            net.jqwik.api.Tuple.of(4, characters),
            net.jqwik.api.Tuple.of(1, four),
            net.jqwik.api.Tuple.of(2, any))
        .list()
        .ofMaxSize(5)
        .map(Utf8CheckTest::joined);
  }

  private static byte[] joined(Iterable<byte[]> parts) {
    ByteBuffer all = ByteBuffer.allocate(100);
    parts.forEach(all::put);
    byte[] bytes = new byte[all.position()];
    all.flip().get(bytes);
    return bytes;
  }

  private static boolean decodes(byte[] bytes) {
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
      return true;
    } catch (CharacterCodingException e) {
      return false;
    }
  }
}
