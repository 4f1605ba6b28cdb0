package io.yanmen.supply;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The licences under which a part may be shipped with a program of Apache-2.0, by their SPDX
 * identifiers. Of several that a part offers, one is enough: what is only under the GPL, or says
 * nothing, is refused.
 */
final class Licences {
  private static final Set<String> ALLOWED =
      Set.of(
          "0BSD",
          "Apache-2.0",
          "BSD-2-Clause",
          "BSD-3-Clause",
          // netty's and ANTLR's older texts; what they ask to be named is named in the list of
          // parts.
          "BSD-4-Clause",
          "CC0-1.0",
          "EPL-1.0",
          "EPL-2.0",
          "ISC",
          "MIT",
          "MIT-0",
          "Unicode-3.0");

  private Licences() {}

  /**
   * The parts that may not be shipped, each with what its list of licences says.
   *
   * @param bom a list of parts in CycloneDX
   */
  static List<String> refused(JsonNode bom) {
    List<String> refused = new ArrayList<>();
    for (JsonNode part : bom.path("components")) {
      List<String> said = licences(part);
      if (said.stream().noneMatch(ALLOWED::contains)) {
        refused.add(part.path("purl").asText() + " " + said);
      }
    }
    return refused;
  }

  private static List<String> licences(JsonNode part) {
    List<String> all = new ArrayList<>();
    for (JsonNode choice : part.path("licenses")) {
      JsonNode licence = choice.path("license");
      String name = licence.path("id").asText(licence.path("name").asText());
      // "A OR B" leaves the choice; "A AND B" is none of the list, and refused.
      all.addAll(
          choice.has("expression")
              ? List.of(choice.path("expression").asText().replaceAll("[()]", "").split(" OR "))
              : List.of(name));
    }
    return all;
  }
}
