package io.yanmen.service.backup.file;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a backup holds, said at its end.
 *
 * @param about hash of what it says at its beginning
 * @param moment that the rows of its tables show
 * @param home files of the home: settings, routes, users, what waits
 * @param tables rows of each table
 * @param archive files of the archive
 * @param numbers by {@code table.column} the last number that was given out, so that none is given
 *     again
 */
public record Manifest(
    String about,
    Instant moment,
    ManifestEntry home,
    List<ManifestEntry> tables,
    ManifestEntry archive,
    Map<String, Long> numbers) {
  public Manifest {
    tables = List.copyOf(tables);
    numbers = Map.copyOf(numbers);
  }

  /** The rows of a table; 0 if there is no such table. */
  public long rows(String table) {
    return tables.stream()
        .filter(it -> it.name().equals(table))
        .mapToLong(ManifestEntry::count)
        .findFirst()
        .orElse(0);
  }

  byte[] json() throws IOException {
    ObjectMapper json = new ObjectMapper();
    ObjectNode said = json.createObjectNode();
    said.put("about", about);
    said.put("moment", moment.toString());
    said.set("home", node(home, json));
    ArrayNode all = said.putArray("tables");
    for (ManifestEntry table : tables) {
      all.add(node(table, json));
    }
    said.set("archive", node(archive, json));
    ObjectNode given = said.putObject("numbers");
    new TreeMap<>(numbers).forEach(given::put);
    return json.writerWithDefaultPrettyPrinter().writeValueAsBytes(said);
  }

  private static ObjectNode node(ManifestEntry part, ObjectMapper json) {
    ObjectNode node = json.createObjectNode();
    node.put("name", part.name());
    node.put("count", part.count());
    node.put("bytes", part.bytes());
    node.put("sha256", part.sha256());
    return node;
  }

  /**
   * @throws BackupRefusedException if it cannot be understood
   */
  static Manifest of(byte[] bytes) throws IOException {
    try {
      JsonNode said = new ObjectMapper().readTree(bytes);
      List<ManifestEntry> tables = new ArrayList<>();
      said.path("tables").forEach(it -> tables.add(part(it)));
      Map<String, Long> numbers = new TreeMap<>();
      for (Map.Entry<String, JsonNode> it : said.path("numbers").properties()) {
        numbers.put(it.getKey(), it.getValue().asLong());
      }
      return new Manifest(
          said.path("about").asText(),
          Instant.parse(said.path("moment").asText()),
          part(said.path("home")),
          tables,
          part(said.path("archive")),
          numbers);
    } catch (JsonProcessingException | DateTimeException e) {
      throw new BackupRefusedException("backup.refused.damaged", EntryName.MANIFEST);
    }
  }

  private static ManifestEntry part(JsonNode node) {
    return new ManifestEntry(
        node.path("name").asText(),
        node.path("count").asLong(-1),
        node.path("bytes").asLong(-1),
        node.path("sha256").asText());
  }
}
