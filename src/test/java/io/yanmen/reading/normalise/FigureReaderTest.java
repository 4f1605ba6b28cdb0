package io.yanmen.reading.normalise;

import static org.assertj.core.api.Assertions.assertThat;

import io.yanmen.catalog.Unit;
import io.yanmen.catalog.UnitGrammar;
import io.yanmen.model.outcome.RejectionCode;
import io.yanmen.model.table.Cell;
import io.yanmen.model.table.CellKind;
import io.yanmen.model.table.Style;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FigureReaderTest {
  private final FigureReader reader = new FigureReader(new UnitGrammar());

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          12.3        | 12.3   exact
          -7.5        | -7.5   exact
          +8.1        | 8.1    exact
          1,234.5     | 1234.5 exact
          １２３．４  | 123.4  exact
          713以上     | 713    at_least
          不低于8     | 8      at_least
          ≥8          | 8      at_least
          1.14亿吨左右 | 1.14  about 亿吨
          约40        | 40     about
          260余       | 260    over
          260余人     | 260    over 人
          2000多万元  | 2000   over 万元
          超100       | 100    over
          8%以内      | 8      up_to %
          不超过3     | 3      up_to
          前三        | 3      up_to
          前3位       | 3      up_to
          第十二位    | 12     exact
          增长8.1%    | 8.1    exact %
          下降3.2%    | -3.2   exact %
          同比增长5%  | 5      exact %
          上升2位     | 2      exact 位
          后退3位     | -3     exact 位
          ↑4          | 4      exact
          ↓4          | -4     exact
          ↗4          | 4      exact
          ↘4          | -4     exact
          ↘3.2%       | -3.2   exact %
          持平        | 0      exact
          61个        | 61     exact 个
          8.1个百分点 | 8.1    exact 个百分点
          120①       | 120    exact
          1 234 567.8 | 1234567.8 exact
          """)
  void readsFiguresAsTheyAreWritten(String text, String expected) {
    FigureReader.Reading reading = reader.read(Cell.text(text));

    assertThat(reading).isInstanceOf(FigureReader.Read.class);
    ParsedValue figure = ((FigureReader.Read) reading).figure();
    String unit = figure.unit().map(Unit::symbol).map(u -> " " + u).orElse("");
    assertThat(figure.value().toPlainString() + " " + figure.qualifier().code() + unit)
        .isEqualTo(expected.replaceAll(" +", " "));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          abc         | NOT_A_NUMBER
          12..3       | NOT_A_NUMBER
          1,23        | NOT_A_NUMBER
          12斤两      | NOT_A_NUMBER
          (3.2)       | AMBIGUOUS_VALUE
          ±5          | AMBIGUOUS_VALUE
          下降-3.2%   | AMBIGUOUS_VALUE
          约5以上     | AMBIGUOUS_VALUE
          1e5         | NOT_A_NUMBER
          120 5.1     | NOT_A_NUMBER
          12 34       | NOT_A_NUMBER
          120²        | NOT_A_NUMBER
          120₁        | NOT_A_NUMBER
          10⁸元      | NOT_A_NUMBER
          12345678901234567890123456789012345 | NUMBER_TOO_LONG
          1e999999999 | NOT_A_NUMBER
          1e-999999999 | NOT_A_NUMBER
          """)
  void refusesWhatCanBeReadInTwoWaysOrInNone(String text, RejectionCode code) {
    assertThat(refusal(text).code()).isEqualTo(code);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          (3.2)   | 3.2     | -3.2
          0,750   | 0.750   | 750
          00,123  | 00.123  | 123
          0,5000  | 0.5000  | 5000
          约5以上 | about 5 | at_least 5
          """)
  void namesTheTwoReadings(String text, String first, String second) {
    assertThat(refusal(text))
        .isEqualTo(new FigureReader.Refused(RejectionCode.AMBIGUOUS_VALUE, List.of(first, second)));
  }

  private FigureReader.Refused refusal(String text) {
    return (FigureReader.Refused) reader.read(Cell.text(text));
  }

  @ParameterizedTest
  @CsvSource({
    "居, NOT_A_NUMBER",
    "9, NUMBER_TOO_LONG",
    "'1,000,', NUMBER_TOO_LONG",
    "(, NOT_A_NUMBER"
  })
  void aPageOfTextIsRefusedAtOnce(String text, RejectionCode code) {
    assertThat(reader.read(Cell.text(text.repeat(30_000))))
        .isEqualTo(new FigureReader.Refused(code));
  }

  @ParameterizedTest
  @ValueSource(ints = {31, 309, 100_000})
  void aNumberOfMoreDigitsThanAnyFigureIsRefused(int digits) {
    Cell cell = Cell.number("9".repeat(digits + 2));
    assertThat(reader.read(cell))
        .isEqualTo(new FigureReader.Refused(RejectionCode.NUMBER_TOO_LONG));
  }

  @Test
  void aPercentFormatGivesPercent() {
    FigureReader.Reading reading =
        reader.read(new Cell(CellKind.PERCENT, "0.081", Style.of("0.0%")));

    ParsedValue figure = ((FigureReader.Read) reading).figure();
    assertThat(figure.value()).isEqualByComparingTo("8.1");
    assertThat(figure.unit()).map(Unit::symbol).contains("%");
  }

  @Test
  void hugeExponentsAreNoFigures() {
    assertThat(reader.read(Cell.text("1e999999999")))
        .isEqualTo(new FigureReader.Refused(RejectionCode.NOT_A_NUMBER));
  }
}
