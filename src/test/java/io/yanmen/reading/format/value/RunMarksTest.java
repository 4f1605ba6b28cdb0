package io.yanmen.reading.format.value;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RunMarksTest {
  @ParameterizedTest
  @CsvSource({
    "1234, RAISED, 1, '', 1234",
    "1234, RAISED, '1,2', '', 1234",
    "1234, RAISED, 注1, '', 1234",
    "1234, RAISED, ③, '', 1234",
    "1234, RAISED, （预计）, '', 1234（预计）",
    "10, RAISED, 8, '', 10⁸",
    "1.2×10, RAISED, 4, '', 1.2×10⁴",
    "210, RAISED, 4, '', 210",
    "面积（万m, RAISED, 2, ）, 面积（万m²）",
    "立方米, RAISED, 3, '', 立方米³",
    "公里, RAISED, 1, '', 公里",
    "GDP, RAISED, 1, '', GDP",
    "SO, LOWERED, 2, 排放量, SO2排放量",
    "PM, LOWERED, 2.5, '', PM2.5",
    "代县, LOWERED, 1, '', 代县",
    "1, STRUCK_OUT, 234, 5, 15"
  })
  void marksAndWhatIsStruckOutAreLeftOut(
      String before, RunMarks.Writing writing, String run, String after, String text) {
    RunMarks marks = new RunMarks();
    marks.add(before, RunMarks.Writing.PLAIN);
    marks.add(run, writing);
    marks.add(after, RunMarks.Writing.PLAIN);

    assertThat(marks.text()).isEqualTo(text);
    assertThat(marks.isStruckOut()).isFalse();
  }

  @Test
  void aTextOfNothingElseIsKept() {
    RunMarks raised = new RunMarks();
    raised.add("12", RunMarks.Writing.RAISED);
    RunMarks struck = new RunMarks();
    struck.add("12", RunMarks.Writing.STRUCK_OUT);
    struck.add(" ", RunMarks.Writing.PLAIN);

    assertThat(raised.text()).isEqualTo("12");
    assertThat(struck.text()).isEqualTo("12 ");
    assertThat(struck.isStruckOut()).isTrue();
  }
}
