package io.yanmen.warehouse.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.yanmen.catalog.CatalogFiles;
import io.yanmen.catalog.CheckThreshold;
import io.yanmen.model.outcome.Severity;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CheckKindTest {
  private static final Pattern DOCUMENTED =
      Pattern.compile("^\\| `([A-Z_]+)` \\| (refuse|flag|hold) \\|", Pattern.MULTILINE);

  @Test
  void docsListEachRuleWithItsSeverityInTheOrderInWhichTheyRun() throws Exception {
    List<String> documented =
        DOCUMENTED
            .matcher(Files.readString(Path.of("docs/checks.md")))
            .results()
            .map((MatchResult m) -> m.group(1) + " " + m.group(2))
            .toList();
    assertThat(documented)
        .containsExactlyElementsOf(
            Arrays.stream(CheckKind.values())
                .map(r -> r.name() + " " + r.severity().code())
                .toList());
  }

  @ParameterizedTest
  @EnumSource
  void sqlOfARuleFindsUnderItsOwnCodeAndUsesItsOwnThresholds(CheckKind rule) throws Exception {
    String resource = "/io/yanmen/warehouse/check/" + rule.name().toLowerCase(Locale.ROOT) + ".sql";
    String sql = Files.readString(Path.of("src/main/resources" + resource));
    assertThat(CheckKind.all().rules()).anyMatch(r -> r.resource().equals(resource));
    assertThat(sql).contains("insert into finding", "'" + rule.name() + "'");
    List<String> others =
        Pattern.compile("\\.rule = '([A-Z_]+)'")
            .matcher(sql)
            .results()
            .map(m -> m.group(1))
            .filter(name -> !name.equals(rule.name()))
            .toList();
    assertThat(others).isEmpty();
  }

  @Test
  void thresholdsBelongToRulesAndIndicatorsThatExist() {
    List<String> rules = Arrays.stream(CheckKind.values()).map(Enum::name).toList();
    List<String> indicators = CatalogFiles.load().indicators().stream().map(i -> i.code()).toList();
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

  @Test
  void refusalsComeFirst() {
    assertThat(CheckKind.all().rules().stream().map(r -> r.severity()).toList())
        .startsWith(Severity.REFUSE)
        .endsWith(Severity.HOLD);
  }
}
