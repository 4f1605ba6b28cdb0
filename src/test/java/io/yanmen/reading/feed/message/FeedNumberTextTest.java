package io.yanmen.reading.feed.message;

import static org.assertj.core.api.Assertions.assertThat;

import io.yanmen.model.table.Cell;
import io.yanmen.model.table.CellKind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FeedNumberTextTest {
  @ParameterizedTest
  @CsvSource({
    "40.3000, 40.3000",
    "1.25E1, 12.5",
    "1e11, 100000000000",
    "-3E-3, -0.003",
    "+5, 5",
    ".5, 0.5",
    "5., 5",
    "0.1, 0.1",
    "123456789012345678901234567890, 123456789012345678901234567890",
    "1e-30, 0.000000000000000000000000000001",
    "0e5, 0",
    "' 7 ', 7"
  })
  void numberIsKeptToItsLastDigit(String text, String plain) {
    Cell cell = FeedNumberText.cell(text);
    assertThat(cell).isEqualTo(Cell.number(plain));
    assertThat(FeedNumberText.isTooLong(cell)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1e400",
        "1e-400",
        "1e999999999",
        "1e99999999999999999999",
        "-1E-999999999",
        "1234567890123456789012345678901"
      })
  void numberThatNoFigureCanBeStaysTextAndIsTooLong(String text) {
    Cell cell = FeedNumberText.cell(text);
    assertThat(cell.kind()).isEqualTo(CellKind.TEXT);
    assertThat(FeedNumberText.isTooLong(cell)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"NaN", "INF", "-", "1,234", "0x10", "1e", "1 2", "１２", "--5", "1d", "e5"})
  void anythingElseStaysText(String text) {
    Cell cell = FeedNumberText.cell(text);
    assertThat(cell).isEqualTo(Cell.text(text));
    assertThat(FeedNumberText.isTooLong(cell)).isFalse();
  }
}
