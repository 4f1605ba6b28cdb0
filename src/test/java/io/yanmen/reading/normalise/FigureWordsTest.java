package io.yanmen.reading.normalise;

import static org.assertj.core.api.Assertions.assertThat;

import io.yanmen.catalog.Unit;
import io.yanmen.catalog.UnitGrammar;
import io.yanmen.model.outcome.RejectionCode;
import io.yanmen.model.table.Cell;
import io.yanmen.model.table.CellKind;
import io.yanmen.model.table.Style;
import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each word that officialdom puts around a number, and what it makes of it. */
class FigureWordsTest {
  private final FigureReader reader = new FigureReader(new UnitGrammar());

  private String read(Cell cell) {
    return shown(reader.read(cell));
  }

  /** Value and qualifier, then what else the words tell. */
  private static String shown(FigureReader.Reading reading) {
    if (reading instanceof FigureReader.Refused refused) {
      return refused.code().name();
    }
    ParsedValue figure = ((FigureReader.Read) reading).figure();
    return figure.value().toPlainString()
        + " "
        + figure.qualifier().code()
        + figure.unit().map(Unit::symbol).map(u -> " " + u).orElse("")
        + (figure.growth() ? " change" : "")
        + (figure.place() ? " place" : "")
        + (figure.unchanged() ? " unchanged" : "");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # how exactly a number is meant, before it
          约40          | 40 about
          大约40        | 40 about
          近40          | 40 about
          超40          | 40 over
          超过40        | 40 over
          高于40        | 40 over
          >40           | 40 over
          不低于40      | 40 at_least
          不少于40      | 40 at_least
          ≥40           | 40 at_least
          >=40          | 40 at_least
          不超过40      | 40 up_to
          不高于40      | 40 up_to
          控制在40      | 40 up_to
          ≤40           | 40 up_to
          <=40          | 40 up_to
          力争40        | 40 exact
          达40          | 40 exact
          达到40        | 40 exact
          =40           | 40 exact
          # and behind it
          40及以上      | 40 at_least
          40以上        | 40 at_least
          40+           | 40 at_least
          40余          | 40 over
          40多          | 40 over
          40左右        | 40 about
          40上下        | 40 about
          40以内        | 40 up_to
          40以下        | 40 up_to
          40之内        | 40 up_to
          40余亿元      | 40 over 亿元
          40多万元      | 40 over 万元
          40亿元以上    | 40 at_least 亿元
          # both where they say the same, neither where they do not
          不低于40以上  | 40 at_least
          约40左右      | 40 about
          超过40余      | 40 over
          不超过40以上  | AMBIGUOUS_VALUE
          约40以内      | AMBIGUOUS_VALUE
          大概40        | NOT_A_NUMBER
          40光景        | NOT_A_NUMBER
          """)
  void wordsTellHowExactlyANumberIsMeant(String text, String expected) {
    assertThat(read(Cell.text(text))).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"增长", "上升", "提高", "前进", "增加", "进", "升", "增", "同比增长", "同比上升", "同比提高", "↑", "↗"})
  void wordsAndArrowsThatRiseLeaveTheNumberAsItIs(String word) {
    assertThat(read(Cell.text(word + "4"))).isEqualTo("4 exact change");
    assertThat(read(Cell.text(word + "4.5%"))).isEqualTo("4.5 exact % change");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "下降", "后退", "降低", "减少", "下滑", "负增长", "退", "降", "减", "同比下降", "同比减少", "同比降低", "↓", "↘"
      })
  void wordsAndArrowsThatFallMakeItNegative(String word) {
    assertThat(read(Cell.text(word + "4"))).isEqualTo("-4 exact change");
    assertThat(read(Cell.text(word + "4.5%"))).isEqualTo("-4.5 exact % change");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          -4           | -4 exact
          +4           | 4 exact
          －4          | -4 exact
          -4%          | -4 exact %
          +4.50亿元    | 4.50 exact 亿元
          增长-4%      | -4 exact % change
          增长约4%     | 4 about % change
          下降不超过4% | -4 up_to % change
          # twice minus, plus or minus, and what an accountant writes, may be either
          下降-4%      | AMBIGUOUS_VALUE
          下降↓4       | AMBIGUOUS_VALUE
          ±4           | AMBIGUOUS_VALUE
          (4)          | AMBIGUOUS_VALUE
          (4%)         | NOT_A_NUMBER
          (4)%         | AMBIGUOUS_VALUE
          (4           | AMBIGUOUS_VALUE
          4)           | AMBIGUOUS_VALUE
          """)
  void aSignCountsOnce(String text, String expected) {
    assertThat(read(Cell.text(text))).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          持平         | 0 exact unchanged
          同比持平     | 0 exact unchanged
          与上年持平   | 0 exact unchanged
          与上年同期持平 | NOT_A_NUMBER
          不持平吗     | NOT_A_NUMBER
          """)
  void unchangedIsAChangeOfNothing(String text, String expected) {
    assertThat(read(Cell.text(text))).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          第1          | 1 exact place
          第9名        | 9 exact place
          第十         | 10 exact place
          第十一位     | 11 exact place
          第十九位     | 19 exact place
          第二十       | 20 exact place
          第二十一     | 21 exact place
          第九十九     | 99 exact place
          第100位      | 100 exact place
          前五         | 5 up_to place
          前10名       | 10 up_to place
          全省第三     | 3 exact place
          位居全省第三位 | 3 exact place
          列第八       | 8 exact place
          排名第2      | 2 exact place
          第0001位     | NOT_A_NUMBER
          后三         | NOT_A_NUMBER
          """)
  void aPlaceIsReadInDigitsAndInNumerals(String text, String expected) {
    assertThat(read(Cell.text(text))).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          1,234        | 1234 exact
          12,345,678.9 | 12345678.9 exact
          1,2345       | 12345 exact
          1,2345,6789  | 123456789 exact
          123,4567.5   | 1234567.5 exact
          1,23         | NOT_A_NUMBER
          1234,567     | NOT_A_NUMBER
          12345,6789   | NOT_A_NUMBER
          1,234,56     | NOT_A_NUMBER
          1,234亿元    | 1234 exact 亿元
          .5           | 0.5 exact
          5.           | 5 exact
          1.2.3        | NOT_A_NUMBER
          1e5          | NOT_A_NUMBER
          1E5亿元      | NOT_A_NUMBER
          1 234        | 1234 exact
          -1 234.5     | -1234.5 exact
          1 23         | NOT_A_NUMBER
          8.1 %        | 8.1 exact %
          """)
  void groupsOfDigitsAreThoseOfTheWestOrOfChina(String text, String expected) {
    assertThat(read(Cell.text(text))).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0",
        "-0.5",
        "+7.25",
        "00.10",
        "999999999999999999",
        "-99999999999999999",
        "1234567890123456789",
        "12345678901234567.8",
        "-1234567890.12345678",
        "0.00000000000000001"
      })
  void aPlainNumberIsReadToItsLastDigitHoweverLongItIs(String number) {
    String exact = new BigDecimal(number).toPlainString() + " exact";
    assertThat(read(Cell.text(number))).isEqualTo(exact);
    assertThat(read(Cell.number(number))).isEqualTo(exact);
  }

  @ParameterizedTest
  @CsvSource({"30, true", "31, false"})
  void aNumberHasThirtyDigitsAtMost(int digits, boolean read) {
    String number = "1".repeat(digits);
    String expected = read ? number + " exact" : "NUMBER_TOO_LONG";
    assertThat(read(Cell.text(number))).isEqualTo(expected);
    assertThat(read(Cell.text(number + "元"))).isEqualTo(read ? expected + " 元" : expected);
    assertThat(read(Cell.text(" " + number))).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({"29, true", "30, false"})
  void aSignAndAPointAreNoDigits(int digits, boolean read) {
    String number = "-1." + "1".repeat(digits);
    assertThat(read(Cell.number(number))).isEqualTo(read ? number + " exact" : "NUMBER_TOO_LONG");
  }

  @ParameterizedTest
  @CsvSource({"200, NUMBER_TOO_LONG", "201, NUMBER_TOO_LONG", "5000, NUMBER_TOO_LONG"})
  void aPageOfDigitsIsANumberThatIsTooLong(int digits, RejectionCode code) {
    assertThat(read(Cell.text("1".repeat(digits)))).isEqualTo(code.name());
    assertThat(read(Cell.text(" " + "1".repeat(digits)))).isEqualTo(code.name());
  }

  @ParameterizedTest
  @CsvSource({"-1.5, -150 exact %", "0.081, 8.1 exact %", "0, 0 exact %"})
  void aPercentFormatMultipliesByAHundred(String number, String expected) {
    assertThat(read(new Cell(CellKind.PERCENT, number, Style.of("0.0%")))).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          (3.2)     | -3.2 exact
          (3.2%)    | -3.2 exact %
          (3.2)%    | -3.2 exact %
          (1,234.5) | -1234.5 exact
          （3.2）   | -3.2 exact
          3.2       | 3.2 exact
          (-3.2)    | NOT_A_NUMBER
          (3.2      | AMBIGUOUS_VALUE
          """)
  void bracketsAreMinusInAColumnThatShowsItSo(String text, String expected) {
    assertThat(shown(reader.readAccounting(Cell.text(text)))).isEqualTo(expected);
  }

  @ParameterizedTest
  @EnumSource(
      value = CellKind.class,
      names = {"DATE", "BOOLEAN", "EMPTY", "ERROR", "FORMULA_WITHOUT_VALUE"})
  void aCellOfAnotherKindIsNoFigure(CellKind kind) {
    String code =
        switch (kind) {
          case ERROR -> "SPREADSHEET_ERROR";
          case FORMULA_WITHOUT_VALUE -> "FORMULA_WITHOUT_VALUE";
          default -> "NOT_A_NUMBER";
        };
    assertThat(read(new Cell(kind, "1", Style.PLAIN))).isEqualTo(code);
  }
}
