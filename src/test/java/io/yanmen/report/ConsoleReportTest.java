package io.yanmen.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.yanmen.model.Language;
import io.yanmen.model.outcome.Outcome;
import io.yanmen.model.text.TextWidth;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConsoleReportTest {
  private static final Path NOWHERE = Path.of("nowhere");

  private static String report(Language language, int most, boolean colour, Outcome outcome) {
    return new ConsoleReport(language, most, colour).of(outcome);
  }

  @Test
  void fileTakesOneLineWithItsVerdictAndCounts() {
    String text = report(Language.ZH, 0, false, Samples.partlyLoaded(NOWHERE, "月报.xlsx"));
    assertThat(text.lines().findFirst().orElseThrow())
        .startsWith("部分入库")
        .contains("月报.xlsx")
        .endsWith("新增 286，更新 12，未变 34，拒收 9");
  }

  @Test
  void columnsLineUpWhateverTheScript() {
    String han = report(Language.ZH, 0, false, Samples.partlyLoaded(NOWHERE, "五月月报.xlsx"));
    String latin = report(Language.ZH, 0, false, Samples.partlyLoaded(NOWHERE, "may.xlsx"));
    assertThat(widthBefore(han, "新增")).isEqualTo(widthBefore(latin, "新增"));
  }

  private static int widthBefore(String text, String word) {
    return TextWidth.of(text.substring(0, text.indexOf(word)));
  }

  @Test
  void firstRefusalsSayWhereWhyAndWhatToDoAndTheRestAreCounted() {
    assertThat(report(Language.EN, 2, false, Samples.partlyLoaded(NOWHERE, "a.xlsx")))
        .contains("sheet “1-4月”, cell A9  UNKNOWN_AREA", "why  The catalogue", "to do  Use the")
        .contains("… and 7 more")
        .doesNotContain("NOT_A_NUMBER");
  }

  @Test
  void duplicateNamesTheFirstFile() {
    Outcome outcome =
        new Outcome.Duplicate(
            Samples.landed(NOWHERE, "b.xlsx"), 7, "原来的.xlsx", Samples.RECEIVED, Samples.monthly());
    assertThat(report(Language.ZH, 5, false, outcome))
        .contains("重复", "与“原来的.xlsx”内容相同")
        .as("what was refused then is still to be corrected")
        .contains("代具");
  }

  @Test
  void coloursAppearOnlyWhenAskedFor() {
    Outcome outcome = Samples.partlyLoaded(NOWHERE, "a.xlsx");
    assertThat(report(Language.ZH, 5, false, outcome)).doesNotContain("\u001b");
    assertThat(report(Language.ZH, 5, true, outcome)).startsWith("\u001b[33m部分入库");
  }

  @Test
  void controlCharactersOfAFileNeverReachTheTerminal() {
    Outcome outcome =
        Samples.rejected(
            NOWHERE,
            "a\u001b[2J\nb.xlsx",
            List.of(
                Samples.cell(
                    io.yanmen.model.outcome.RejectionCode.NOT_A_NUMBER,
                    1,
                    1,
                    "\u001b]0;x",
                    "\u001b]0;x")));
    assertThat(report(Language.EN, 5, false, outcome)).doesNotContain("\u001b", "\nb.xlsx");
  }
}
