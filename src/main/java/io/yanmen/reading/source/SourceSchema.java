package io.yanmen.reading.source;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import com.networknt.schema.path.NodePath;
import com.networknt.schema.serialization.DefaultNodeReader;
import com.networknt.schema.utils.JsonNodes;
import io.yanmen.reading.feed.format.FeedFormats;
import io.yanmen.reading.source.SourceProblem.ProblemKind;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * The form of source files: the JSON Schema (draft 2020-12) that editors use, {@code
 * routes/sources/source.schema.json}, checked with the place of each mistake. Which feeds a source
 * may name is not the file's to say, but what is read.
 */
final class SourceSchema {
  private static final String FEED_FORMAT = "/properties/feed/properties/format";

  private final JsonNode schema;
  private final Schema validator;

  SourceSchema(FeedFormats formats) {
    try (InputStream in = SourceSchema.class.getResourceAsStream("source.schema.json")) {
      if (in == null) {
        throw new IllegalStateException("the program is incomplete: no source.schema.json");
      }
      schema = new ObjectMapper().readTree(in);
    } catch (IOException e) {
      throw new UncheckedIOException("source.schema.json", e);
    }
    ((ObjectNode) schema.requiredAt(FEED_FORMAT))
        .set("enum", new ObjectMapper().valueToTree(formats.codes()));
    validator =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12).getSchema(schema);
  }

  JsonNode schema() {
    return schema;
  }

  /** Reads YAML so that each value knows its line. */
  static JsonNode read(String yaml) throws IOException {
    return DefaultNodeReader.builder().locationAware().build().readTree(yaml, InputFormat.YAML);
  }

  /** The line of a value; 0 if it is not known. */
  static int line(JsonNode document, String... path) {
    JsonNode at = document;
    for (String name : path) {
      at = at.path(name);
    }
    return lineOf(at);
  }

  private static int lineOf(JsonNode node) {
    try {
      JsonLocation place = JsonNodes.tokenStreamLocationOf(node);
      return place == null ? 0 : Math.max(place.getLineNr(), 0);
    } catch (IllegalArgumentException placeNotKept) {
      // An empty file, or a value that is not there.
      return 0;
    }
  }

  /** What is wrong with a file, from its top to its end. */
  List<SourceProblem> problems(Path file, JsonNode document) {
    return validator.validate(document).stream()
        .map(it -> problem(file, it))
        .sorted(Comparator.comparingInt(SourceProblem::line).thenComparing(SourceProblem::kind))
        .toList();
  }

  private SourceProblem problem(Path file, Error error) {
    JsonNode found = error.getInstanceNode();
    JsonNode expected = schemaAt(error.getInstanceLocation());
    String property = dotted(error.getInstanceLocation());
    return switch (error.getKeyword()) {
      case "additionalProperties" ->
          new SourceProblem(
              file,
              lineOf(found.path(error.getProperty())),
              property,
              ProblemKind.UNKNOWN_PROPERTY,
              List.of(error.getProperty(), names(expected.path("properties"))));
      case "required" ->
          new SourceProblem(
              file,
              lineOf(found),
              property,
              ProblemKind.MISSING_PROPERTY,
              List.of(
                  error.getProperty(), example(expected.at("/properties/" + error.getProperty()))));
      case "type" ->
          at(
              file,
              error,
              ProblemKind.WRONG_TYPE,
              shown(found),
              type(found),
              types(expected.path("type")));
      case "enum" ->
          at(file, error, ProblemKind.NO_CHOICE, shown(found), list(expected.path("enum")));
      case "pattern" -> at(file, error, ProblemKind.WRONG_FORM, shown(found), example(expected));
      case "minimum", "maximum" ->
          at(
              file,
              error,
              ProblemKind.OUT_OF_RANGE,
              shown(found),
              expected.path("minimum").asText("-∞"),
              expected.path("maximum").asText("∞"));
      default -> at(file, error, ProblemKind.OTHER, error.getMessage());
    };
  }

  private static SourceProblem at(Path file, Error error, ProblemKind kind, String... arguments) {
    return new SourceProblem(
        file,
        lineOf(error.getInstanceNode()),
        dotted(error.getInstanceLocation()),
        kind,
        List.of(arguments));
  }

  /** The part of the schema that a place in a file must follow. */
  private JsonNode schemaAt(NodePath place) {
    JsonNode at = schema;
    for (int i = 0; i < place.getNameCount(); i++) {
      at =
          place.getElement(i) instanceof String name
              ? at.path("properties").path(name)
              : at.path("items");
    }
    return at;
  }

  private static String dotted(NodePath place) {
    List<String> names = new ArrayList<>();
    for (int i = 0; i < place.getNameCount(); i++) {
      names.add(String.valueOf(place.getElement(i)));
    }
    return String.join(".", names);
  }

  private static String shown(JsonNode node) {
    return node.isValueNode() ? node.asText() : node.toString();
  }

  private static String type(JsonNode node) {
    return node.isIntegralNumber() ? "integer" : node.getNodeType().name().toLowerCase(Locale.ROOT);
  }

  private static String types(JsonNode type) {
    return type.isArray() ? list(type).replace(" ", "") : type.asText();
  }

  private static String names(JsonNode properties) {
    List<String> names = new ArrayList<>();
    properties.fieldNames().forEachRemaining(names::add);
    return String.join(", ", names);
  }

  private static String list(JsonNode values) {
    List<String> all = new ArrayList<>();
    values.forEach(it -> all.add(it.asText()));
    return String.join(", ", all);
  }

  private static String example(JsonNode expected) {
    return expected.at("/examples/0").asText("");
  }
}
