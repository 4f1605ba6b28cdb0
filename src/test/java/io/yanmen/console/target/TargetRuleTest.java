package io.yanmen.console.target;

import static org.assertj.core.api.Assertions.assertThat;

import io.yanmen.model.IndicatorKind;
import io.yanmen.model.Measure;
import io.yanmen.model.Qualifier;
import java.math.BigDecimal;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TargetRuleTest {
  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      useHeadersInDisplayName = true,
      textBlock =
          """
          indicator, kind, measure, target, word, actual, meant, months, ytd, start, status, why
          coal, FLOW, LEVEL, 120, EXACT, 40, EXACT, 4, true, -, ON_PACE, NOTHING
          coal, FLOW, LEVEL, 120, EXACT, 39.9, EXACT, 4, true, -, BEHIND, NOTHING
          coal, FLOW, LEVEL, 120, AT_LEAST, 120, EXACT, 11, true, -, REACHED, NOTHING
          coal, FLOW, LEVEL, 120, OVER, 120, EXACT, 12, true, -, BEHIND, NOTHING
          coal, FLOW, LEVEL, 120, EXACT, 119, EXACT, 12, true, -, BEHIND, NOTHING
          coal, FLOW, LEVEL, 120, UP_TO, 40, EXACT, 4, true, -, ON_PACE, NOTHING
          coal, FLOW, LEVEL, 120, UP_TO, 41, EXACT, 4, true, -, BEHIND, NOTHING
          coal, FLOW, LEVEL, 120, UP_TO, 120, EXACT, 12, true, -, REACHED, NOTHING
          coal, FLOW, LEVEL, 0, EXACT, 1, EXACT, 4, true, -, NOT_COMPARABLE, ZERO
          coal, FLOW, LEVEL, 120, EXACT, 39, AT_LEAST, 4, true, -, NOT_COMPARABLE, BOUND
          coal, FLOW, LEVEL, 120, EXACT, 121, AT_LEAST, 11, true, -, REACHED, NOTHING
          coal, FLOW, LEVEL, 120, EXACT, 121, UP_TO, 11, true, -, NOT_COMPARABLE, BOUND
          gdp, FLOW, YOY, 5, ABOUT, 5.1, EXACT, 6, true, -, ON_PACE, LEVELS
          gdp, FLOW, YOY, 5, ABOUT, 4.9, EXACT, 6, true, -, BEHIND, LEVELS
          gdp, FLOW, YOY, 5, ABOUT, 5.0, EXACT, 12, true, -, REACHED, NOTHING
          energy_intensity, RATIO, YOY, -3, EXACT, -3.2, EXACT, 6, true, -, ON_PACE, LEVELS
          power, STOCK, LEVEL, 200, EXACT, 200, EXACT, 4, false, 100, REACHED, NOTHING
          power, STOCK, LEVEL, 200, EXACT, 134, EXACT, 4, false, 100, ON_PACE, NOTHING
          power, STOCK, LEVEL, 200, EXACT, 133, EXACT, 4, false, 100, BEHIND, NOTHING
          power, STOCK, LEVEL, 200, EXACT, 133, EXACT, 4, false, -, NOT_COMPARABLE, START
          pm25, RATIO, LEVEL, 35, EXACT, 34, EXACT, 4, false, -, ON_PACE, NOTHING
          urban_income, RATIO, LEVEL, 40000, EXACT, 10000, EXACT, 3, true, -, NOT_COMPARABLE, PART_OF_YEAR
          consumer_price_index, INDEX, LEVEL, 102, ABOUT, 101, EXACT, 4, false, -, NOT_COMPARABLE, SIDE
          consumer_price_index, INDEX, LEVEL, 102, UP_TO, 101, EXACT, 4, false, -, ON_PACE, NOTHING
          gdp, FLOW, RANK, 3, UP_TO, 2, EXACT, 6, true, -, ON_PACE, NOTHING
          gdp, FLOW, RANK, 3, UP_TO, 4, EXACT, 6, true, -, BEHIND, NOTHING
          bank_credit, STOCK, INCREMENT, 280, EXACT, 100, EXACT, 6, false, -, NOT_COMPARABLE, MEASURE
          """)
  void statusFollowsTheRule(
      String indicator,
      IndicatorKind kind,
      Measure measure,
      BigDecimal target,
      Qualifier word,
      BigDecimal actual,
      Qualifier meant,
      int months,
      boolean ytd,
      BigDecimal start,
      TargetStatus status,
      Pace.Why why) {
    Pace pace =
        TargetRule.apply(
            new Aim(indicator, kind, measure, target, word),
            Optional.of(
                new Standing(
                    actual,
                    meant,
                    months,
                    ytd,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.ofNullable(start))));

    assertThat(pace.status()).isEqualTo(status);
    assertThat(pace.why()).isEqualTo(why);
  }

  @Test
  void withoutAnActualValueThereIsNoFigure() {
    assertThat(TargetRule.apply(flow("120"), Optional.empty()).status())
        .isEqualTo(TargetStatus.NO_FIGURE);
  }

  @Test
  void remainingMonthsOfAFlowAreSetBesideThoseSoFarAndThoseAYearAgo() {
    Pace pace = TargetRule.apply(flow("120"), Optional.of(standing("36", 4, "", "30", "110")));

    assertThat(pace.reachedPercent()).hasValue(new BigDecimal("30.0"));
    assertThat(pace.yearPercent()).hasValue(new BigDecimal("33.3"));
    assertThat(pace.neededPerMonth()).hasValue(new BigDecimal("10.5"));
    assertThat(pace.averageSoFar()).hasValue(new BigDecimal("9.0"));
    assertThat(pace.times()).hasValue(new BigDecimal("1.17"));
    assertThat(pace.lastYearPerMonth()).hasValue(new BigDecimal("10.0"));
    assertThat(pace.lastYearPercent()).hasValue(new BigDecimal("27.3"));
    assertThat(pace.neededGrowth()).hasValue(new BigDecimal("5.0"));
  }

  @Test
  void nothingIsNeededOfAFlowThatReachedItsTarget() {
    Pace pace = TargetRule.apply(flow("120"), Optional.of(standing("121", 11, "", "", "")));

    assertThat(pace.neededPerMonth()).isEmpty();
    assertThat(pace.neededGrowth()).isEmpty();
  }

  @Test
  void neededGrowthWeighsTheMonthsByLastYearsLevels() {
    // 100 of 400 grew by 2; the other 300 have to grow by 6 for 5 in all.
    Pace pace = TargetRule.apply(growth("5"), Optional.of(standing("2", 3, "102", "100", "400")));

    assertThat(pace.status()).isEqualTo(TargetStatus.BEHIND);
    assertThat(pace.gap()).hasValue(new BigDecimal("-3"));
    assertThat(pace.neededGrowth()).hasValue(new BigDecimal("6.0"));
  }

  @Test
  void neededGrowthIsNotToldWhenTheLevelsMakeAnotherGrowth() {
    Pace pace = TargetRule.apply(growth("5"), Optional.of(standing("2", 3, "110", "100", "400")));

    assertThat(pace.why()).isEqualTo(Pace.Why.BASE);
    assertThat(pace.neededGrowth()).isEmpty();
  }

  private static Aim flow(String target) {
    return new Aim(
        "coal", IndicatorKind.FLOW, Measure.LEVEL, new BigDecimal(target), Qualifier.EXACT);
  }

  private static Aim growth(String target) {
    return new Aim(
        "gdp", IndicatorKind.FLOW, Measure.YOY, new BigDecimal(target), Qualifier.AT_LEAST);
  }

  private static Standing standing(
      String value, int months, String levelNow, String sameBefore, String yearBefore) {
    return new Standing(
        new BigDecimal(value),
        Qualifier.EXACT,
        months,
        true,
        number(levelNow),
        number(sameBefore),
        number(yearBefore));
  }

  private static Optional<BigDecimal> number(String text) {
    return text.isEmpty() ? Optional.empty() : Optional.of(new BigDecimal(text));
  }
}
