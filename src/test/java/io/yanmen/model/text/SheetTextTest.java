package io.yanmen.model.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SheetTextTest {
  @ParameterizedTest
  @ValueSource(
      strings = {"=1+1", "+1", "-1", "@SUM(1)", "\t=1", "\r=1", "\n=1", "＝1", "＋1", "－1", "＠a"})
  void formulaIsMadeText(String text) {
    assertThat(SheetText.inert(text)).isEqualTo("'" + text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "代县", "1-4月", "a=b", "'=1", "(1)"})
  void otherTextStaysAsItIs(String text) {
    assertThat(SheetText.inert(text)).isEqualTo(text);
  }
}
