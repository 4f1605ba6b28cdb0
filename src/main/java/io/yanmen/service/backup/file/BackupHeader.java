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
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a backup says of itself at its beginning.
 *
 * @param id tells one backup from another
 * @param product version of the program that made it; empty where that is not known
 * @param madeAt when it was begun
 * @param schema number of the last migration of its warehouse
 * @param tables of its warehouse, those first that others refer to
 */
public record BackupHeader(
    String id, String product, Instant madeAt, String schema, List<Table> tables) {
  /** The form of the file; a program reads those up to its own. */
  public static final int FORMAT = 1;

  private static final int MOST_NAMES = 1000;
  private static final Pattern NAME = Pattern.compile("[a-z_][a-z0-9_]{0,62}");
  private static final Pattern SCHEMA = Pattern.compile("[0-9]{1,9}(\\.[0-9]{1,9}){0,3}");

  /**
   * A table and the columns of its rows, in their order; with names that PostgreSQL takes without
   * quotes.
   */
  public record Table(String name, List<String> columns) {
    public Table {
      columns = List.copyOf(columns);
      boolean plain = isName(name) && !columns.isEmpty() && columns.size() <= MOST_NAMES;
      if (!plain || !columns.stream().allMatch(BackupHeader::isName)) {
        throw new IllegalArgumentException("no table " + name + columns);
      }
    }
  }

  public BackupHeader {
    tables = List.copyOf(tables);
    Set<String> names = new HashSet<>();
    tables.forEach(it -> names.add(it.name()));
    boolean plain = SCHEMA.matcher(schema).matches() && tables.size() <= MOST_NAMES;
    if (!plain || names.size() != tables.size()) {
      throw new IllegalArgumentException("no schema " + schema + tables);
    }
  }

  private static boolean isName(String text) {
    return NAME.matcher(text).matches();
  }

  byte[] json() throws IOException {
    ObjectMapper json = new ObjectMapper();
    ObjectNode said = json.createObjectNode();
    said.put("format", FORMAT);
    said.put("id", id);
    said.put("product", product);
    said.put("madeAt", madeAt.toString());
    said.put("schema", schema);
    ArrayNode all = said.putArray("tables");
    for (Table table : tables) {
      ObjectNode one = all.addObject();
      one.put("name", table.name());
      ArrayNode columns = one.putArray("columns");
      table.columns().forEach(columns::add);
    }
    return json.writerWithDefaultPrettyPrinter().writeValueAsBytes(said);
  }

  /**
   * @throws BackupRefusedException if it says nothing of the kind, or is of a form to come
   */
  static BackupHeader of(byte[] bytes) throws IOException {
    try {
      JsonNode said = new ObjectMapper().readTree(bytes);
      int format = said.path("format").asInt();
      if (format > FORMAT) {
        throw new BackupRefusedException("backup.refused.format", format, FORMAT);
      }
      if (format < 1) {
        throw new BackupRefusedException("backup.refused.none");
      }
      List<Table> tables = new ArrayList<>();
      for (JsonNode table : said.path("tables")) {
        List<String> columns = new ArrayList<>();
        table.path("columns").forEach(it -> columns.add(it.asText()));
        tables.add(new Table(table.path("name").asText(), columns));
      }
      return new BackupHeader(
          said.path("id").asText(),
          said.path("product").asText(),
          Instant.parse(said.path("madeAt").asText()),
          said.path("schema").asText(),
          tables);
    } catch (JsonProcessingException | DateTimeException | IllegalArgumentException e) {
      throw new BackupRefusedException("backup.refused.none");
    }
  }
}
