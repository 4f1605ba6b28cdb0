package io.yanmen.supply;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.JarFile;
import org.junit.jupiter.api.Test;

/** The list of parts (CycloneDX) in the built jar, against what really lies beside it. */
class ShippedPartsIT {
  private static JsonNode bom() throws IOException {
    try (JarFile jar = new JarFile("target/yanmen.jar");
        InputStream in = jar.getInputStream(jar.getEntry("META-INF/sbom/yanmen.cdx.json"))) {
      return JsonMapper.builder().build().readTree(in);
    }
  }

  private static String sha256(Path file) throws Exception {
    return HexFormat.of()
        .formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
  }

  /** What the jar loads; an older build may have left more in the folder. */
  private static List<String> libraries() throws IOException {
    try (JarFile jar = new JarFile("target/yanmen.jar")) {
      return List.of(jar.getManifest().getMainAttributes().getValue("Class-Path").split(" "));
    }
  }

  @Test
  void listHoldsEachShippedLibraryByItsHashAndNoOther() throws Exception {
    Map<String, String> listed = new TreeMap<>();
    for (JsonNode part : bom().path("components")) {
      for (JsonNode hash : part.path("hashes")) {
        if (hash.path("alg").asText().equals("SHA-256")) {
          listed.put(hash.path("content").asText(), part.path("name").asText());
        }
      }
    }
    Map<String, String> shipped = new TreeMap<>();
    for (String library : libraries()) {
      shipped.put(sha256(Path.of("target").resolve(library)), library);
    }
    assertThat(shipped).hasSizeGreaterThan(100);
    Map<String, String> onlyListed = new TreeMap<>(listed);
    onlyListed.keySet().removeAll(shipped.keySet());
    shipped.keySet().removeAll(listed.keySet());
    assertThat(onlyListed).as("listed and not shipped").isEmpty();
    assertThat(shipped).as("shipped and not listed").isEmpty();
  }

  @Test
  void eachPartIsUnderALicenceThatMayBeShipped() throws Exception {
    assertThat(Licences.refused(bom())).isEmpty();
  }

  @Test
  void listIsTheSameWheneverItIsMade() throws Exception {
    assertThat(bom().path("metadata").has("timestamp")).isFalse();
  }
}
