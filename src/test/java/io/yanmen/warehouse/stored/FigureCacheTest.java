package io.yanmen.warehouse.stored;

import static org.assertj.core.api.Assertions.assertThat;

import io.yanmen.model.Accumulation;
import io.yanmen.model.Frequency;
import io.yanmen.model.Measure;
import io.yanmen.model.ObservationStatus;
import io.yanmen.model.Qualifier;
import io.yanmen.model.Scenario;
import io.yanmen.model.SeriesKey;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FigureCacheTest {
  private static final int JANUARY_2024 = 2024 * 12;

  private final FigureCache mirror = new FigureCache(Path.of("target/tmp"));

  private static SeriesKey series(String area) {
    return new SeriesKey(
        area, "gdp", Measure.LEVEL, Scenario.ACTUAL, Frequency.M, Accumulation.YTD);
  }

  private static long figure(String value) {
    return FigureCode.of(new BigDecimal(value), Qualifier.EXACT, ObservationStatus.A);
  }

  private void say(String area, int ordinal, String value) {
    mirror.say(mirror.number(series(area)), ordinal, figure(value));
  }

  private List<String> said() {
    List<String> said = new ArrayList<>();
    mirror.said(
        (number, block) -> {
          for (int i = 0; i < FigureCache.PERIODS; i++) {
            if (FigureCode.isFigure(mirror.saidIn(block, i))) {
              said.add(
                  mirror.key(number).areaCode()
                      + " "
                      + (mirror.firstOrdinal(block) + i - JANUARY_2024)
                      + " "
                      + FigureCode.unscaled(mirror.saidIn(block, i)));
            }
          }
        });
    return said;
  }

  @Test
  void tellsWhatTheFileSaysInItsOrder() {
    say("370102", JANUARY_2024, "1");
    say("110101", JANUARY_2024 + 12, "2");
    say("370102", JANUARY_2024 + 1, "3");
    assertThat(said()).containsExactly("370102 0 1", "370102 1 3", "110101 12 2");
  }

  @Test
  void nextFileSpeaksForItselfOnly() {
    say("110101", JANUARY_2024, "1");
    say("110102", JANUARY_2024, "2");
    mirror.commit();
    assertThat(said()).isEmpty();
    say("110102", JANUARY_2024, "20");
    say("110105", JANUARY_2024, "30");
    say("110101", JANUARY_2024 + 1, "10");
    assertThat(said()).containsExactly("110102 0 20", "110105 0 30", "110101 1 10");
    int first = mirror.number(series("110101"));
    assertThat(mirror.stored(first, JANUARY_2024)).isEqualTo(figure("1"));
    assertThat(mirror.figure(first, JANUARY_2024 + 1)).isEqualTo(figure("10"));
  }

  @Test
  void whatIsTakenBackIsNeitherSaidNorStored() {
    say("110101", JANUARY_2024, "1");
    mirror.commit();
    say("110101", JANUARY_2024, "2");
    say("110102", JANUARY_2024, "3");
    mirror.rollback();
    assertThat(said()).isEmpty();
    assertThat(mirror.figure(mirror.number(series("110101")), JANUARY_2024)).isEqualTo(figure("1"));
    say("110102", JANUARY_2024, "4");
    assertThat(said()).containsExactly("110102 0 4");
  }

  @Test
  void knowsTheAreasThatItHasMet() {
    assertThat(mirror.hasMet("110101")).isFalse();
    say("110101", JANUARY_2024, "1");
    mirror.known(series("110102"), 7);
    assertThat(mirror.hasMet("110101")).isTrue();
    assertThat(mirror.hasMet("110102")).isTrue();
    assertThat(mirror.hasMet("110105")).isFalse();
  }
}
