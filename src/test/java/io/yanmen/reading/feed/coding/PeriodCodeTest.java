package io.yanmen.reading.feed.coding;

import static org.assertj.core.api.Assertions.assertThat;

import io.yanmen.evidence.PeriodPart;
import io.yanmen.model.Accumulation;
import io.yanmen.model.Frequency;
import io.yanmen.reading.feed.FormatByCode;
import io.yanmen.reading.feed.message.FeedFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.converter.ConvertWith;
import org.junit.jupiter.params.provider.CsvSource;

class PeriodCodeTest {
  private static String read(String code, FeedFormat format, @Nullable Frequency frequency) {
    PeriodCode.Reading reading = PeriodCode.read(code, format, Optional.ofNullable(frequency));
    return reading.part().map(PeriodCodeTest::text).orElse(reading.refusal().name());
  }

  private static String text(PeriodPart part) {
    String index = part.frequency() == Frequency.A ? "" : " " + part.index();
    boolean cumulative =
        part.accumulation().filter(it -> it == Accumulation.YTD).isPresent() && !part.weak();
    return part.year() + " " + part.frequency() + index + (cumulative ? " ytd" : "");
  }

  @ParameterizedTest(name = "{0} in {1}, frequency {2}: {3}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          2024                     | SDMX_ML    |   | 2024 A
          2024-A1                  | SDMX_ML    |   | 2024 A
          2024A                    | SDMX_CSV   |   | 2024 A
          2024A                    | NBS        |   | 2024 Q 1
          2024D                    | NBS        |   | 2024 Q 4
          2024E                    | NBS        |   | UNKNOWN_PERIOD
          2024A                    | WORLD_BANK |   | UNKNOWN_PERIOD
          2024-Q1                  | SDMX_ML    |   | 2024 Q 1
          2024Q3                   | JSON_STAT  |   | 2024 Q 3
          2024-Q5                  | SDMX_ML    |   | UNKNOWN_PERIOD
          2024-M04                 | SDMX_ML    |   | 2024 M 4
          2024M4                   | WORLD_BANK |   | 2024 M 4
          2024M12                  | JSON_STAT  |   | 2024 M 12
          2024-04                  | SDMX_JSON  |   | 2024 M 4
          2024-13                  | SDMX_JSON  |   | UNKNOWN_PERIOD
          2024-00                  | SDMX_JSON  |   | UNKNOWN_PERIOD
          202404                   | NBS        |   | 2024 M 4
          202413                   | NBS        |   | UNKNOWN_PERIOD
          202404                   | SDMX_CSV   |   | UNKNOWN_PERIOD
          2024-S1                  | SDMX_ML    |   | 2024 Q 2 ytd
          2024-S2                  | SDMX_ML    |   | UNSUPPORTED_PERIOD
          2099-M12                 | SDMX_ML    |   | 2099 M 12
          1900                     | SDMX_ML    |   | 1900 A
          2100                     | SDMX_ML    |   | UNKNOWN_PERIOD
          2100-M01                 | SDMX_ML    |   | UNKNOWN_PERIOD
          1899-Q4                  | SDMX_ML    |   | UNKNOWN_PERIOD
          2024H1                   | DBNOMICS   |   | 2024 Q 2 ytd
          2024-T1                  | SDMX_ML    |   | UNSUPPORTED_PERIOD
          2024-W05                 | SDMX_ML    |   | UNSUPPORTED_PERIOD
          2024-D123                | SDMX_ML    |   | UNSUPPORTED_PERIOD
          2024-04-30               | SDMX_ML    |   | UNSUPPORTED_PERIOD
          2024-04-30               | SDMX_ML    | M | 2024 M 4
          2024-04-01               | SDMX_ML    | M | 2024 M 4
          2024-04-15               | SDMX_ML    | M | UNKNOWN_PERIOD
          2024-02-29               | SDMX_ML    | M | 2024 M 2
          2023-02-29               | SDMX_ML    | M | UNKNOWN_PERIOD
          2024-04-01               | SDMX_ML    | Q | 2024 Q 2
          2024-06-30T00:00:00Z     | SDMX_ML    | Q | 2024 Q 2
          2024-05-01               | SDMX_ML    | Q | UNKNOWN_PERIOD
          2024-12-31               | DBNOMICS   | A | 2024 A
          2024-01-01               | DBNOMICS   | A | 2024 A
          2024-01-01/P1M           | SDMX_ML    |   | 2024 M 1
          2024-04-01/P3M           | SDMX_ML    |   | 2024 Q 2
          2024-01-01/P1Y           | SDMX_ML    | M | 2024 A
          2024-01-01/P7D           | SDMX_ML    |   | UNSUPPORTED_PERIOD
          2024-05-01/P3M           | SDMX_ML    |   | UNKNOWN_PERIOD
          0024                     | SDMX_ML    |   | UNKNOWN_PERIOD
          3024                     | SDMX_ML    |   | UNKNOWN_PERIOD
          24-04                    | SDMX_ML    |   | UNKNOWN_PERIOD
          last year                | SDMX_ML    |   | UNKNOWN_PERIOD
          """)
  void periodOfAFeed(
      String code,
      @ConvertWith(FormatByCode.class) FeedFormat format,
      @Nullable Frequency frequency,
      String expected) {
    assertThat(read(code, format, frequency)).isEqualTo(expected);
  }
}
