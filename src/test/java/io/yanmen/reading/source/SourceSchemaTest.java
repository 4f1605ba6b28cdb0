package io.yanmen.reading.source;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.yanmen.model.Accumulation;
import io.yanmen.model.Language;
import io.yanmen.model.Measure;
import io.yanmen.model.Scenario;
import io.yanmen.model.message.Messages;
import io.yanmen.reading.feed.format.FeedFormats;
import io.yanmen.reading.feed.mapping.DimensionRole;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Parameter;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The schema that editors use and the record that the product reads are one form. */
class SourceSchemaTest {
  private static final Path SOURCES = Path.of("routes/sources");

  private static final Path EDITORS = SOURCES.resolve("source.schema.json");

  private final JsonNode schema = new SourceSchema(FeedFormats.known()).schema();

  /** The list of formats in the editors' copy is written here, where that is asked for. */
  @BeforeAll
  static void completeEditorsSchema() throws IOException {
    if (Boolean.getBoolean("schema.write")) {
      String found = Files.readString(EDITORS);
      Files.writeString(EDITORS, EditorsSchema.with(found, FeedFormats.known()));
    }
  }

  @Test
  void schemaIsOneOfDraft2020() {
    assertThat(schema.path("$schema").asText())
        .isEqualTo("https://json-schema.org/draft/2020-12/schema");
    assertThat(
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(SchemaLocation.of(schema.path("$schema").asText()))
                .validate(schema))
        .isEmpty();
  }

  @Test
  void schemaThatEditorsFindListsTheFormatsThatAreRead() throws IOException {
    String found = Files.readString(EDITORS);
    assertThat(found)
        .as("to complete it, run this test with -Dschema.write=true")
        .isEqualTo(EditorsSchema.with(found, FeedFormats.known()));
  }

  @Test
  void schemaThatEditorsFindTakesUpAnotherFormat() throws IOException {
    FeedFormats more = FeedFormats.known().and(new OtherFormat());
    String before = Files.readString(EDITORS);

    String complete = EditorsSchema.with(before, more);

    assertThat(SourceSchema.read(complete)).isEqualTo(new SourceSchema(more).schema());
    assertThat(EditorsSchema.with(complete, FeedFormats.known())).isEqualTo(before);
  }

  @Test
  void schemaThatIsCheckedIsTheOneThatEditorsFind() throws IOException {
    assertThat(SourceSchema.read(Files.readString(EDITORS))).isEqualTo(schema);
  }

  @Test
  void schemaAndRecordHaveTheSamePropertiesOfTheSameTypes() {
    assertThat(propertiesOfSchema("", schema)).isEqualTo(propertiesOf("", SourceFile.class));
  }

  @Test
  void choicesAreTheWordsOfTheVocabulary() {
    assertThat(choices("measure"))
        .containsExactlyElementsOf(Arrays.stream(Measure.values()).map(Measure::code).toList());
    assertThat(choices("scenario"))
        .containsExactlyElementsOf(Arrays.stream(Scenario.values()).map(Scenario::code).toList());
    assertThat(choices("accumulation"))
        .containsExactlyElementsOf(
            Arrays.stream(Accumulation.values()).map(Accumulation::code).toList());
  }

  @Test
  void choicesOfAFeedAreTheFormatsAndFacets() {
    assertThat(texts(schema.at("/properties/feed/properties/format/enum")))
        .containsExactlyElementsOf(FeedFormats.known().codes());
    assertThat(
            texts(
                schema.at(
                    "/properties/feed/properties/dimensions/additionalProperties/properties/as/enum")))
        .containsExactlyElementsOf(
            Arrays.stream(DimensionRole.values()).map(DimensionRole::code).toList());
  }

  @Test
  void everyTypeHasAWordInBothLanguages() {
    List<String> types =
        schema.findValues("type").stream()
            .map(it -> it.isArray() ? String.join(",", texts(it)) : it.asText())
            .toList();
    for (Language language : Language.values()) {
      assertThat(types)
          .allSatisfy(it -> assertThat(Messages.of(language).term(it)).isNotEqualTo(it));
    }
  }

  @Test
  void sourcesThatShipAreFineAndNameTheirSchema() throws IOException {
    assertThat(Sources.read(SOURCES).all()).isNotEmpty();
    try (Stream<Path> files = Files.list(SOURCES)) {
      assertThat(files.filter(it -> it.toString().endsWith(".yaml")))
          .allSatisfy(
              it ->
                  assertThat(Files.readString(it))
                      .startsWith("# yaml-language-server: $schema=./source.schema.json\n"));
    }
  }

  @Test
  void exampleOfTheManualIsAFineSource(@TempDir Path folder) throws IOException {
    String manual = Files.readString(Path.of("docs/add-a-source.md"));
    String example = manual.split("```yaml\n")[1].split("```")[0];
    Files.writeString(folder.resolve("fanshi.yaml"), example);

    assertThat(Sources.read(folder).find("fanshi")).isPresent();
    assertThat(example.lines().map(it -> it.replaceFirst(":.*", "").strip()))
        .as("the manual shows every hint")
        .containsAll(
            schema.at("/properties/hints/properties").properties().stream()
                .map(Map.Entry::getKey)
                .toList());
  }

  private List<String> choices(String hint) {
    return texts(schema.at("/properties/hints/properties/" + hint + "/enum"));
  }

  private static List<String> texts(JsonNode array) {
    List<String> texts = new ArrayList<>();
    array.forEach(it -> texts.add(it.asText()));
    return texts;
  }

  private static Map<String, String> propertiesOfSchema(String prefix, JsonNode section) {
    Map<String, String> found = new LinkedHashMap<>();
    assertThat(section.path("additionalProperties").asBoolean(true)).as(prefix).isFalse();
    List<String> required = texts(section.path("required"));
    section
        .path("properties")
        .properties()
        .forEach(
            it -> {
              String name = prefix + it.getKey();
              String mark = required.contains(it.getKey()) ? " required" : "";
              if (it.getValue().has("properties")) {
                found.put(name, "object" + mark);
                found.putAll(propertiesOfSchema(name + ".", it.getValue()));
              } else {
                found.put(name, type(it.getValue()) + mark);
              }
            });
    return found;
  }

  /** A text may also be written as a number (area: 140924), which YAML reads as one. */
  private static String type(JsonNode property) {
    JsonNode type = property.path("type");
    if (property.has("enum") || (type.isArray() && texts(type).contains("string"))) {
      return "string";
    }
    return type.asText().equals("array")
        ? "array of " + type(property.path("items"))
        : type.asText();
  }

  private static Map<String, String> propertiesOf(String prefix, Class<?> form) {
    Map<String, String> found = new LinkedHashMap<>();
    Constructor<?> constructor = form.getDeclaredConstructors()[0];
    RecordComponent[] components = form.getRecordComponents();
    for (int i = 0; i < components.length; i++) {
      Parameter parameter = constructor.getParameters()[i];
      Optional<JsonProperty> named =
          Optional.ofNullable(parameter.getAnnotation(JsonProperty.class));
      String name = prefix + named.map(JsonProperty::value).orElse(components[i].getName());
      String mark = named.filter(JsonProperty::required).isPresent() ? " required" : "";
      found.put(name, typeOf(components[i]) + mark);
      if (components[i].getType().isRecord()) {
        found.putAll(propertiesOf(name + ".", components[i].getType()));
      }
    }
    return found;
  }

  private static String typeOf(RecordComponent component) {
    if (component.getType().isRecord()) {
      return "object";
    }
    return switch (component.getGenericType().getTypeName()) {
      case "java.lang.String" -> "string";
      case "java.lang.Integer" -> "integer";
      case "java.lang.Double" -> "number";
      case "java.util.List<java.lang.String>" -> "array of string";
      default ->
          Map.class.isAssignableFrom(component.getType())
              ? "object"
              : component.getGenericType().getTypeName();
    };
  }
}
