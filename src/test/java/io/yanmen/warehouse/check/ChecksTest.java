package io.yanmen.warehouse.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.yanmen.catalog.CatalogFiles;
import io.yanmen.catalog.CheckThreshold;
import io.yanmen.model.Indicator;
import io.yanmen.model.Language;
import io.yanmen.model.check.Check;
import io.yanmen.model.check.CheckRoom;
import io.yanmen.model.message.Messages;
import io.yanmen.model.outcome.Rejection;
import io.yanmen.model.outcome.RejectionCode;
import io.yanmen.model.outcome.Severity;
import io.yanmen.reading.check.FigureCheck;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each check says of itself all that there is to say, and is registered by being there. */
class ChecksTest {
  private static final Pattern DOCUMENTED =
      Pattern.compile("^\\| `([A-Z_]+)` \\| (refuse|flag|hold) \\|", Pattern.MULTILINE);

  /** In the order in which they run. */
  static List<Check> all() {
    List<Check> all = new ArrayList<>(CheckRoom.of(FigureCheck.class));
    all.addAll(sql());
    return all;
  }

  static List<SqlCheck> sql() {
    return Checks.all().rules();
  }

  @Test
  void everyCheckOfTheProductIsRegistered() {
    List<String> there =
        new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("io.yanmen")
                .stream()
                .filter(it -> it.isAssignableTo(Check.class) && !it.isInterface())
                .filter(it -> !it.getModifiers().contains(JavaModifier.ABSTRACT))
                .map(JavaClass::getName)
                .toList();
    assertThat(all())
        .extracting(it -> it.getClass().getName())
        .hasSizeGreaterThan(9)
        .containsExactlyInAnyOrderElementsOf(there);
  }

  @Test
  void docsListEachCheckWithItsSeverityInTheOrderInWhichTheyRun() throws Exception {
    List<String> documented =
        DOCUMENTED
            .matcher(Files.readString(Path.of("docs/checks.md")))
            .results()
            .map((MatchResult m) -> m.group(1) + " " + m.group(2))
            .toList();
    assertThat(documented)
        .containsExactlyElementsOf(
            all().stream().map(it -> it.code() + " " + it.severity().code()).toList());
  }

  @ParameterizedTest
  @MethodSource("all")
  void everyCheckHasItsTextsInBothLanguages(Check check) {
    for (Language language : Language.values()) {
      Messages messages = Messages.of(language);
      assertThat(messages.text(check.messageKey())).isNotBlank();
      assertThat(messages.text(check.actionKey())).isNotBlank();
    }
  }

  @ParameterizedTest
  @MethodSource("all")
  void everyThresholdOfACheckStandsInTheCatalogueAndNoOther(Check check) {
    Set<String> inCatalogue =
        CatalogFiles.load().checks().stream()
            .filter(it -> it.rule().equals(check.code().name()))
            .map(CheckThreshold::threshold)
            .collect(Collectors.toSet());
    assertThat(inCatalogue).isEqualTo(check.thresholds());
  }

  @Test
  void thresholdsBelongToChecksAndIndicatorsThatExist() {
    List<String> rules = all().stream().map(it -> it.code().name()).toList();
    List<String> indicators =
        CatalogFiles.load().indicators().stream().map(Indicator::code).toList();
    assertThat(CatalogFiles.load().checks())
        .isNotEmpty()
        .allSatisfy(
            check -> {
              assertThat(rules).contains(check.rule());
              if (!check.indicator().isEmpty()) {
                assertThat(indicators).contains(check.indicator());
              }
            });
  }

  @Test
  void everyThresholdOfAnIndicatorHasAUsualOne() {
    List<CheckThreshold> all = CatalogFiles.load().checks();
    assertThat(all)
        .allSatisfy(
            check ->
                assertThat(all)
                    .anyMatch(
                        usual ->
                            usual.indicator().isEmpty()
                                && usual.rule().equals(check.rule())
                                && usual.threshold().equals(check.threshold())));
  }

  @ParameterizedTest
  @MethodSource("sql")
  void sqlOfACheckFindsUnderItsOwnCodeAndUsesItsOwnThresholds(SqlCheck check) throws Exception {
    String sql = Files.readString(Path.of("src/main/resources" + check.sql()));
    assertThat(sql).contains("insert into finding", "'" + check.code() + "'");
    Map<String, Set<String>> used =
        Pattern.compile("\\.rule = '([A-Z_]+)' and \\w+\\.threshold = '([a-z-]+)'")
            .matcher(sql)
            .results()
            .collect(
                Collectors.groupingBy(
                    m -> m.group(1), Collectors.mapping(m -> m.group(2), Collectors.toSet())));
    assertThat(used)
        .isEqualTo(
            check.thresholds().isEmpty()
                ? Map.of()
                : Map.of(check.code().name(), check.thresholds()));
  }

  @Test
  void refusalsComeFirstAndHoldsLast() {
    List<Severity> severities = all().stream().map(Check::severity).toList();
    assertThat(severities).isSorted().startsWith(Severity.REFUSE).endsWith(Severity.HOLD);
  }

  @ParameterizedTest
  @MethodSource("sql")
  void whatACheckComesAfterHasRun(SqlCheck check) {
    List<RejectionCode> before =
        sql().stream().map(SqlCheck::code).takeWhile(it -> it != check.code()).toList();
    assertThat(before).containsAll(check.after());
  }

  @Test
  void checkThatComesAfterNothingThatIsThereIsNoCheck() {
    List<SqlCheck> orphan =
        sql().stream().filter(it -> it.code() == RejectionCode.MANY_UNIT_SLIPS).toList();
    assertThatThrownBy(() -> new Checks(orphan))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("MANY_UNIT_SLIPS");
  }

  @Test
  void messagesOfAFindingAreFilled() {
    assertThat(
            Stream.of(Language.values())
                .map(
                    it ->
                        Messages.of(it)
                            .message(
                                Rejection.ofFile(RejectionCode.NEGATIVE_VALUE, "-5", "存款"),
                                "a.csv")))
        .allMatch(it -> it.contains("-5") && it.contains("存款"));
  }
}
