package io.yanmen.supply;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the check of {@link ShippedPartsIT} refuses. */
class LicencesTest {
  private static List<String> refused(String licences) throws Exception {
    return Licences.refused(
        JsonMapper.builder()
            .build()
            .readTree(
                """
                {"components": [
                  {"purl": "pkg:maven/x/good@1", "licenses": [{"license": {"id": "Apache-2.0"}}]},
                  {"purl": "pkg:maven/x/asked@1", "licenses": %s}]}
                """
                    .formatted(licences)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[{\"license\": {\"id\": \"GPL-3.0-only\"}}]",
        "[{\"license\": {\"id\": \"GPL-2.0-with-classpath-exception\"}}]",
        "[{\"license\": {\"id\": \"AGPL-3.0-or-later\"}}]",
        "[{\"license\": {\"name\": \"The GNU General Public License, v2 with Universal FOSS"
            + " Exception\"}}]",
        "[{\"license\": {\"id\": \"LGPL-2.1-only\"}}, {\"license\": {\"id\": \"GPL-2.0-only\"}}]",
        "[{\"expression\": \"Apache-2.0 AND GPL-2.0-only\"}]",
        "[{\"license\": {\"id\": \"SSPL-1.0\"}}]",
        "[{\"license\": {\"name\": \"Proprietary\"}}]",
        "[]"
      })
  void partThatIsOnlyUnderAnotherLicenceIsRefusedByName(String licences) throws Exception {
    assertThat(refused(licences)).singleElement().asString().startsWith("pkg:maven/x/asked@1");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[{\"license\": {\"id\": \"MIT\"}}]",
        "[{\"license\": {\"id\": \"EPL-1.0\"}}, {\"license\": {\"id\": \"LGPL-2.1-only\"}}]",
        "[{\"expression\": \"(GPL-2.0-only OR BSD-3-Clause)\"}]"
      })
  void oneAllowedLicenceOfSeveralIsEnough(String licences) throws Exception {
    assertThat(refused(licences)).isEmpty();
  }
}
