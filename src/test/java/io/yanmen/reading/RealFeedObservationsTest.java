package io.yanmen.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.yanmen.reading.source.Source;
import io.yanmen.reading.source.Sources;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real messages on the whole way to observations. */
class RealFeedObservationsTest {
  private static final Path REAL = Path.of("../shared/real/feeds");

  private final Path sources;

  RealFeedObservationsTest(@TempDir Path sources) {
    this.sources = sources;
  }

  private static Path real(String name) {
    Path file = REAL.resolve(name);
    assumeTrue(Files.exists(file), "skipped: " + file + " is not there");
    return file;
  }

  private Source source(String feed) throws Exception {
    Files.writeString(sources.resolve("source.yaml"), "code: test\nfeed:\n" + feed);
    return Sources.read(sources).find("test").orElseThrow();
  }

  @Test
  void answerOfTheBureauNeedsNoSourceFile() throws Exception {
    List<String> lines = FeedText.read(real("nbs/easyquery-fsnd-gdp.json"), Source.UNKNOWN);
    assertThat(lines)
        .hasSize(24)
        .allMatch(it -> it.contains(" gdp level actual A period "))
        .contains(
            "110000 gdp level actual A period 2024 496702000 A @A020101.110000!A1",
            "140000 gdp level actual A period 2023 260508000 A @A020101.140000!A8",
            "610000 gdp level actual A period 2024 354371000 A @A020101.610000!A19");
    BigDecimal sum =
        lines.stream()
            .map(it -> new BigDecimal(it.split(" ")[7]))
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    assertThat(sum).isEqualByComparingTo("7158047000");
  }

  @Test
  void scaleThatIsNoMultiplierIsIgnoredWhereTheSourceSaysSo() throws Exception {
    Source source =
        source(
            """
              dimensions:
                COUNTRY: {as: area, codes: {SVK: "100000"}}
                INDICATOR: {as: indicator, codes: {NGDP_R: gdp}}
                FREQUENCY: {as: frequency}
                COUNTRY_UPDATE_DATE: {as: ignore}
                OVERLAP: {as: ignore}
                DECIMALS_DISPLAYED: {as: ignore}
                SCALE: {as: ignore}
              constants: {unit: 元}
            """);
    assertThat(FeedText.read(real("sdmx/IMF_RES__WEO-data.xml"), source))
        .containsExactly(
            "100000 gdp level actual A period 2018 9466900 A @SVK.NGDP_R.A.9/23/2025.OL.3.9!A1");
  }

  @Test
  void statusOfAPublisherIsReadAsTheSourceSays() throws Exception {
    Source source =
        source(
            """
              dimensions:
                SECT-INST: {as: ignore}
                OPERATION: {as: ignore}
                PRODUIT: {as: ignore}
                PRIX: {as: indicator, codes: {IPCH: consumer_price_index}}
                UNIT_MEASURE: {as: ignore}
                OBS_STATUS: {as: status, codes: {P: P}}
              constants: {area: "100000"}
            """);
    assertThat(FeedText.read(real("sdmx/INSEE__CNA-2010-CONSO-SI-A17.xml"), source))
        .containsExactly(
            "100000 consumer_price_index level actual A period 2014 89.9 P @S13.P3.A10-BE.IPCH!A1",
            "REFUSED UNMAPPED_CODE [OBS_STATUS, SD, ] 92.7 @S13.P3.A10-BE.IPCH!A2");
  }

  @Test
  void dailyRatesAreNotHeld() throws Exception {
    List<String> lines = FeedText.read(real("sdmx/ECB_EXR__ts.json"), Source.UNKNOWN);
    assertThat(lines)
        .hasSize(4)
        .allMatch(it -> it.startsWith("REFUSED UNSUPPORTED_PERIOD [D Daily] "));
  }
}
