package io.yanmen.reading.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.yanmen.catalog.AreaNames;
import io.yanmen.catalog.Catalog;
import io.yanmen.catalog.CatalogFiles;
import io.yanmen.catalog.IndicatorNames;
import io.yanmen.catalog.UnitGrammar;
import io.yanmen.evidence.Evidence;
import io.yanmen.model.outcome.UnreadableFileException;
import io.yanmen.reading.feed.mapping.CodeMeaning;
import io.yanmen.reading.feed.mapping.FeedSettings;
import io.yanmen.reading.feed.message.FeedFormat;
import io.yanmen.reading.feed.message.RawFeed;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.converter.ConvertWith;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Messages of real publishers, read to the last figure. What is expected was computed by a script
 * of another language that shares nothing with the readers: how many figures and missing ones, the
 * SHA-256 over all figures with their dimensions in order, and the first and last of them.
 */
class RealFeedsTest {
  private static final Path REAL = Path.of("../shared/real/feeds");

  private static Path real(String name) {
    Path file = REAL.resolve(name);
    assumeTrue(Files.exists(file), "skipped: " + file + " is not there");
    return file;
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
              jsonstat/canada.json                          | JSON_STAT | country,year,age,concept,sex,status | 120 | 0 | 2a3a4641efdb91cdbb0f75a75bc28ec1ce4eafeac773b850f48709f96d146298 | 5.2 | 257.1
              jsonstat/oecd.json                            | JSON_STAT | concept,area,year,status | 432 | 0 | 7a5c82e103b7191f6a1ab19c0aa245a2e1e6a8e321e8e254120d9f3ff7bb918c | 4.278559338 | 7.514930043
              jsonstat/us-gsp.json                          | JSON_STAT | year,state,concept,status | 204 | 0 | 725d8181d53aadd391db214e96b28e46f4070f9243f0b7999281c77cfc6118c2 | 36333 | 0.6
              jsonstat/order.json                           | JSON_STAT | A,B,C,status | 24 | 0 | 01f9ad43ca892615e6722f873605c4d1ef29eb4512f98f985a476094adb886a4 | A1B1C1 | A3B2C4
              jsonstat/eurostat-name_gpd_c-geo_IT_FR.json   | JSON_STAT | unit,indic_na,geo,time,status | 64 | 74 | bc274d64b1010fd860d94ab9d85a4ffd3609c77c4fd4547d806e43055209a5e3 | 4500 | 25600
              nbs/easyquery-fsnd-gdp.json                   | NBS       | zb,reg,sj | 24 | 0 | 6e46213f26454531d8ceee40efd63e25fb1caca429288e2265cb0dc3009afcc1 | 37767.0 | 35437.1
              sdmx/ECB_EXR__flat.json                       | SDMX_JSON | FREQ,CURRENCY,CURRENCY_DENOM,EXR_TYPE,EXR_SUFFIX,TIME_PERIOD,OBS_STATUS | 4 | 0 | 2aff8115cb13293c60782935b0361a394cecf9e7fec16b2b8fb2011e8ec96b76 | 1.5931 | 40.3000
              sdmx/ECB_EXR__ts.json                         | SDMX_JSON | FREQ,CURRENCY,CURRENCY_DENOM,EXR_TYPE,EXR_SUFFIX,TIME_PERIOD,OBS_STATUS | 4 | 0 | 2aff8115cb13293c60782935b0361a394cecf9e7fec16b2b8fb2011e8ec96b76 | 1.5931 | 40.3000
              sdmx/v3__json__data__exr-flat.json            | SDMX_JSON | FREQ,CURRENCY,CURRENCY_DENOM,EXR_TYPE,EXR_SUFFIX,TIME_PERIOD,OBS_STATUS | 4 | 0 | 757f9211046254a070387ee324d624bb61b36f19c252c9df11e0bd04d94a656a | 1.5931 | 40.3
              sdmx/v3__json__data__exr-time-series.json     | SDMX_JSON | FREQ,CURRENCY,CURRENCY_DENOM,EXR_TYPE,EXR_SUFFIX,TIME_PERIOD,OBS_STATUS | 4 | 0 | 757f9211046254a070387ee324d624bb61b36f19c252c9df11e0bd04d94a656a | 1.5931 | 40.3
              sdmx/ECB_EXR__ng-flat.xml                     | SDMX_ML   | FREQ,CURRENCY,CURRENCY_DENOM,EXR_TYPE,EXR_VAR,TIME_PERIOD,OBS_STATUS,UNIT_MULT,UNIT_MEASURE,TITLE | 12 | 0 | 6565ebd1204698b456abc8615d52f58329e0881af57864735437efceacb5fcd1 | 1.3413 | 1.3898
              sdmx/ECB_EXR__ng-ts.xml                       | SDMX_ML   | FREQ,CURRENCY,CURRENCY_DENOM,EXR_TYPE,EXR_VAR,TIME_PERIOD,OBS_STATUS,UNIT_MULT,UNIT_MEASURE,TITLE | 12 | 0 | 6565ebd1204698b456abc8615d52f58329e0881af57864735437efceacb5fcd1 | 1.3413 | 1.3898
              sdmx/ECB_EXR__ng-ts-ss.xml                    | SDMX_ML   | FREQ,CURRENCY,CURRENCY_DENOM,EXR_TYPE,EXR_VAR,TIME_PERIOD,OBS_STATUS,UNIT_MULT,UNIT_MEASURE,TITLE | 12 | 0 | 6565ebd1204698b456abc8615d52f58329e0881af57864735437efceacb5fcd1 | 1.3413 | 1.3898
              sdmx/ECB_EXR__sg-ts.xml                       | SDMX_ML   | FREQ,CURRENCY,CURRENCY_DENOM,EXR_TYPE,EXR_VAR,TIME_PERIOD,OBS_STATUS,UNIT_MULT,UNIT_MEASURE,TITLE | 12 | 0 | 6565ebd1204698b456abc8615d52f58329e0881af57864735437efceacb5fcd1 | 1.3413 | 1.3898
              sdmx/IMF_RES__WEO-data.xml                    | SDMX_ML   | COUNTRY,INDICATOR,FREQUENCY,TIME_PERIOD,SCALE,UNIT,PRICES,CHAIN_WEIGHTED | 1 | 0 | 1778cea63863558da8a5788fee62327093a121753c056ba95de431e60ea2f577 | 94669000000 | 94669000000
              sdmx/INSEE__CNA-2010-CONSO-SI-A17.xml         | SDMX_ML   | SECT-INST,OPERATION,PRODUIT,PRIX,TIME_PERIOD,OBS_STATUS,UNIT_MULT,REF_AREA | 2 | 0 | b073e16bfb201647237146a3ee9e3bf1808270e8227778e523632687d70d7b0a | 92.7 | 89.9
              sdmx/v3__csv__example-01.csv                  | SDMX_CSV  | DIM_1,DIM_2,DIM_3,ATTR_1 | 2 | 0 | 982fbb1a3ece091622e21705b715b72374b3a09fffa38f0f8c79d16ef3b61d25 | 12.4 | 10.8
              sdmx/v3__csv__example-07.csv                  | SDMX_CSV  | DIM_1,DIM_2,DIM_3,ATTR_1 | 2 | 0 | 7a4f2e247b97d8beee23ca5c2ece7819aea66916aeacd28f3e7edd6e172ef733 | 12.4 | 10.8
              sdmx/v3__csv__example-08.csv                  | SDMX_CSV  | DIM_1,DIM_2,DIM_3,ATTR_1 | 2 | 0 | fb5c84a350dbeec6d3e59508c6bfce982df92c813206ffdc75b117f08c2d83ee | 12.4 | 10.8
              sdmx/v3__csv__example-02.csv                  | SDMX_CSV  | DIM_1,DIM_2,DIM_3,ATTR_1 | 4 | 0 | 9be018395fa475bbbd280e3e71ebda4309793f4f419027a1e552c5a5a04623b4 | 12.4 | 10.9
              sdmx/v3__csv__example-03.csv                  | SDMX_CSV  | DIM_1,DIM_2,DIM_3,ATTR_1 | 4 | 0 | a8f4f571c5147db64ddc11f8b3234e42866c45efce750127d858e4355da6ce9a | 12.4 | 10.9
              sdmx/v3__csv__example-04.csv                  | SDMX_CSV  | DIM_1,DIM_2,DIM_3,ATTR_1 | 2 | 0 | f2b0d1d938cd516c0c2f3069d738d50aef9431fe8f6d013722e5ebf05b02589e | 12,4 | 10,8
              sdmx/v3__csv__example-05.csv                  | SDMX_CSV  | DIM_1,DIM_2,DIM_3,ATTR_1 | 2 | 0 | c03f8b6d9e5bb9f525fc0838647cb6e7a81b03d9076dec618ec574eb290e7ab3 | 12.4 | 10.8
              sdmx/v3__csv__example-06.csv                  | SDMX_CSV  | DIM_1,DIM_2,DIM_3,ATTR_1 | 2 | 0 | 45d1706db23c4bd0e263434f5f9da8914c7df04b13d6a20406a89724d61f206d | 12.4 | 10.8
          """)
  void everyFigureIsReadWithItsDimensions(
      String name,
      @ConvertWith(FormatByCode.class) FeedFormat format,
      String dimensions,
      int figures,
      int missing,
      String digest,
      String first,
      String last)
      throws Exception {
    RawFeed feed = RawFeed.read(real(name), format, settings(name));
    String[] keys = dimensions.split(",");
    assertThat(feed.count()).isEqualTo(figures);
    assertThat(feed.missing()).isEqualTo(missing);
    assertThat(feed.lines(keys).stream().sorted().findFirst().orElse("")).endsWith(" " + first);
    assertThat(feed.lines(keys).stream().sorted().reduce((a, b) -> b).orElse(""))
        .endsWith(" " + last);
    assertThat(feed.digest(keys)).isEqualTo(digest);
    assertThat(recognised(name)).contains(format);
  }

  /** Two of the samples name their measures as they like. */
  private static FeedSettings settings(String name) {
    boolean twoMeasures = name.contains("example-02") || name.contains("example-03");
    return twoMeasures
        ? new FeedSettings(
            Optional.empty(),
            Map.of(),
            CodeMeaning.NONE,
            Map.of("OBS_VALUE1", CodeMeaning.NONE, "OBS_VALUE2", CodeMeaning.NONE),
            "",
            false)
        : FeedSettings.NONE;
  }

  private static Optional<FeedFormat> recognised(String name) throws Exception {
    Catalog catalog = CatalogFiles.load();
    FeedReader reader =
        new FeedReader(
            new AreaNames(catalog),
            new IndicatorNames(catalog),
            new UnitGrammar(),
            (text, where) -> Evidence.NONE);
    return reader.format(real(name), name, FeedSettings.NONE);
  }

  @Test
  void structureMessageIsNoData() {
    Path file = real("sdmx/ECB_EXR__ng-structure.xml");
    assertThatThrownBy(() -> RawFeed.read(file, FormatByCode.of("SDMX_ML"), FeedSettings.NONE))
        .isInstanceOf(UnreadableFileException.class)
        .hasMessageContaining("UNSUPPORTED_FORMAT");
  }
}
