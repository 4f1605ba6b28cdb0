package io.yanmen.model.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ShownTextTest {
  @ParameterizedTest
  @MethodSource("io.yanmen.HostileTexts#all")
  void escapedTextIsOneLineInOneDirection(String text) {
    String escaped = ShownText.escaped(text);

    assertThat(escaped.codePoints()).noneMatch(ShownText::changesLayout);
    assertThat(escaped.lines()).hasSize(1);
  }

  @ParameterizedTest
  @MethodSource("io.yanmen.HostileTexts#all")
  void lineIsOneLineInOneDirection(String text) {
    assertThat(ShownText.line(text).codePoints()).noneMatch(ShownText::changesLayout);
  }

  @Test
  void whatIsEscapedCanBeRead() {
    assertThat(ShownText.escaped("a\r\n\t\u202E\u0000\uD800\u009B\u2028"))
        .isEqualTo("a\\r\\n\\t\\u202e\\u0000\\ud800\\u009b\\u2028");
    assertThat(ShownText.escaped("tag \uDB40\uDC41")).isEqualTo("tag \\U000e0041");
  }

  @ParameterizedTest
  @CsvSource({"'忻州  1-4月 （终稿）.xlsx '", "'é ﬁ 𠮷 👩\u200D🌾'", "'~$(x)&\"<b>'"})
  void ordinaryTextStaysAsItIs(String text) {
    assertThat(ShownText.escaped(text)).isEqualTo(text);
  }
}
