package io.yanmen.model.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.yanmen.model.Language;
import io.yanmen.model.Measure;
import io.yanmen.model.Scenario;
import io.yanmen.model.outcome.Note;
import io.yanmen.model.outcome.Rejection;
import io.yanmen.model.outcome.RejectionArguments;
import io.yanmen.model.outcome.RejectionCode;
import io.yanmen.model.table.CellAddress;
import io.yanmen.service.alert.AlertKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MessagesTest {
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\d)(?::\\w+)?}");
  private static final Set<String> PARTS = Set.of("title", "message", "action");

  private final Messages zh = Messages.of(Language.ZH);
  private final Messages en = Messages.of(Language.EN);

  private static Set<Integer> placeholders(String pattern) {
    return PLACEHOLDER
        .matcher(pattern)
        .results()
        .map(m -> Integer.valueOf(m.group(1)))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Test
  void bothLanguagesHaveTheSameKeysWithTheSamePlaceholders() {
    assertThat(en.keys()).isEqualTo(zh.keys());
    assertThat(zh.keys())
        .allSatisfy(
            key ->
                assertThat(placeholders(en.pattern(key)))
                    .as(key)
                    .isEqualTo(placeholders(zh.pattern(key))));
  }

  @ParameterizedTest
  @EnumSource
  void everyCodeHasTitleMessageAndActionInBothLanguages(RejectionCode code) {
    for (Messages messages : List.of(zh, en)) {
      for (String part : PARTS) {
        assertThat(messages.keys()).contains("rejection." + code + "." + part);
        assertThat(messages.pattern("rejection." + code + "." + part)).isNotBlank();
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void messagesOfACodeShowEachOfItsDocumentedArgumentsAndNoOther(RejectionCode code)
      throws IOException {
    int documented = RejectionArguments.of(code).size();
    Set<Integer> used = placeholders(zh.pattern("rejection." + code + ".message"));
    used.addAll(placeholders(zh.pattern("rejection." + code + ".action")));
    assertThat(used)
        .as("arguments of %s", code)
        .containsExactlyElementsOf(IntStream.range(0, documented).boxed().toList());
    assertThat(placeholders(zh.pattern("rejection." + code + ".title"))).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void everyAlertHasTitleAndAdviceInBothLanguages(AlertKind kind) {
    for (Messages messages : List.of(zh, en)) {
      assertThat(messages.pattern("alert.kind." + kind + ".title")).doesNotStartWith("alert.");
      assertThat(messages.pattern("alert.kind." + kind + ".action")).doesNotStartWith("alert.");
    }
  }

  @Test
  void noTextIsLeftOverFromACodeThatIsGone() {
    Set<String> codes =
        Arrays.stream(RejectionCode.values()).map(Enum::name).collect(Collectors.toSet());
    assertThat(zh.keys().stream().filter(k -> k.startsWith("rejection.")))
        .allSatisfy(
            key -> {
              String[] parts = key.split("\\.");
              assertThat(codes).contains(parts[1]);
              assertThat(PARTS).contains(parts[2]);
            });
  }

  @Test
  void everyOtherTextIsUsedSomewhere() throws IOException {
    String sources = sources();
    // These are put together at run time from a code.
    Pattern composed =
        Pattern.compile(
            "(rejection|term|note|status|route\\.state|report\\.lead|report\\.count|alert\\.kind|stray|sdmx\\.code"
                + "|sdmx\\.component|period\\.quarters?)\\..+");
    assertThat(zh.keys().stream().filter(k -> !composed.matcher(k).matches()))
        .filteredOn(key -> !sources.contains('"' + key + '"'))
        .isEmpty();
  }

  @Test
  void everyMeasureAndScenarioHasAName() {
    Stream.concat(
            Arrays.stream(Measure.values()).map(Measure::code),
            Arrays.stream(Scenario.values()).map(Scenario::code))
        .forEach(
            word -> {
              assertThat(zh.keys()).contains("term." + word);
              assertThat(zh.term(word)).isNotEqualTo(word);
            });
  }

  @Test
  void messageNamesFileSheetAndCell() {
    Rejection rejection =
        new Rejection(
            RejectionCode.UNKNOWN_AREA,
            1,
            new CellAddress("1-4月", 6, 3),
            "代具",
            List.of("代具", "代县"));
    assertThat(zh.message(rejection, "x.xlsx"))
        .isEqualTo("文件“x.xlsx” 工作表“1-4月” 单元格 D7：地区目录中没有“代具”；这里应当是行政区划或开发区的名称或代码。");
    assertThat(en.message(rejection, "x.xlsx"))
        .startsWith("File “x.xlsx”, sheet “1-4月”, cell D7: The catalogue has no area “代具”");
    assertThat(zh.action(rejection)).contains("相近的名称有：代县");
  }

  @Test
  void csvCellHasNoSheet() {
    Rejection rejection =
        new Rejection(
            RejectionCode.NO_UNIT, 1, new CellAddress("", 1, 1), "12.3", List.of("原煤产量", "万吨"));
    assertThat(zh.message(rejection, "x.csv"))
        .startsWith("文件“x.csv” 单元格 B2：")
        .endsWith("单元格原文为“12.3”。");
    assertThat(en.place(rejection)).isEqualTo("cell B2");
  }

  @Test
  void refusalOfAFileNamesNoCell() {
    Rejection rejection = Rejection.ofFile(RejectionCode.EMPTY_FILE);
    assertThat(zh.message(rejection, "x.csv")).startsWith("文件“x.csv”：文件里没有任何内容");
    assertThat(zh.place(rejection)).isEmpty();
  }

  @Test
  void passageWithoutItsArgumentIsLeftOut() {
    Rejection rejection =
        new Rejection(
            RejectionCode.UNKNOWN_AREA, 1, new CellAddress("", 1, 0), "某地", List.of("某地", ""));
    assertThat(zh.action(rejection)).startsWith("请改为规范的地区名称。").doesNotContain("相近");
  }

  @ParameterizedTest
  @EnumSource
  void missingArgumentsLeaveNoPlaceholderBehind(RejectionCode code) {
    Rejection rejection = new Rejection(code, 1, new CellAddress("s", 0, 0), "", List.of());
    for (Messages messages : List.of(zh, en)) {
      assertThat(messages.message(rejection, "f") + messages.action(rejection))
          .doesNotContain("{", "}", "[[", "]]");
    }
  }

  @Test
  void textOfAFileIsNeverReadAsAPattern() {
    String hostile = "{0} {1:term} [[x]] $1 \\ '";
    Rejection rejection =
        new Rejection(
            RejectionCode.NOT_A_NUMBER, 1, new CellAddress("s", 0, 0), hostile, List.of(hostile));
    assertThat(zh.message(rejection, hostile)).contains("“" + hostile + "”不是数字");
  }

  @Test
  void wordsOfTheVocabularyAreSpokenInTheLanguage() {
    Rejection rejection =
        new Rejection(
            RejectionCode.AMBIGUOUS_MEASURE,
            1,
            new CellAddress("s", 0, 0),
            "3",
            List.of("rank", "yoy_rank"));
    assertThat(zh.explanation(rejection)).contains("“位次”", "“增速位次”");
    assertThat(en.explanation(rejection)).contains("“rank by growth”");
  }

  @Test
  void aCommaOfTwoReadingsIsExplained() {
    Rejection rejection =
        new Rejection(
            RejectionCode.AMBIGUOUS_VALUE,
            1,
            new CellAddress("s", 0, 0),
            "0,750",
            List.of("0,750", "0.750", "750", RejectionCode.THOUSANDS_OR_DECIMALS));
    assertThat(zh.explanation(rejection)).contains("0.750", "750", "小数点", "千位分隔符");
    assertThat(en.explanation(rejection)).contains("0.750", "750", "decimals", "thousands");
  }

  @Test
  void notesAreSpokenAndUnknownOnesStillShown() {
    assertThat(zh.note(new Note("HIDDEN_SHEET", List.of("底稿")))).isEqualTo("工作表“底稿”是隐藏的，也已读取。");
    assertThat(en.note(new Note("HIDDEN_ROWS", List.of("", "1200"))))
        .isEqualTo("1,200 hidden rows were read as well.");
    assertThat(zh.note(new Note("NEW_THING", List.of("a", "b")))).isEqualTo("NEW_THING：a, b");
  }

  @Property(tries = 300)
  void noTextFromAFileStopsAMessage(
      @ForAll RejectionCode code, @ForAll List<String> arguments, @ForAll String raw) {
    Rejection rejection = new Rejection(code, 1, new CellAddress(raw, 5, 700), raw, arguments);
    assertThatCode(
            () -> {
              for (Messages messages : List.of(zh, en)) {
                assertThat(messages.message(rejection, raw)).doesNotContain("\n", "\u202e");
                assertThat(messages.action(rejection)).isNotBlank();
              }
            })
        .doesNotThrowAnyException();
  }

  private static String sources() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("src/main"))) {
      StringBuilder all = new StringBuilder();
      for (Path file : files.filter(f -> f.toString().matches(".*\\.(java|jte)")).toList()) {
        all.append(Files.readString(file));
      }
      return all.toString();
    }
  }
}
