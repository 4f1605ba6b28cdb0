package io.yanmen.reading.source;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.yanmen.catalog.AreaNames;
import io.yanmen.catalog.Catalog;
import io.yanmen.catalog.CatalogFiles;
import io.yanmen.catalog.IndicatorNames;
import io.yanmen.catalog.UnitGrammar;
import io.yanmen.reading.feed.format.FeedFormats;
import io.yanmen.reading.interpret.HintReader;
import io.yanmen.reading.source.SourceProblem.ProblemKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reads source files one by one and keeps what is wrong with them. */
final class SourceReading {
  private final FeedFormats formats;
  private final SourceSchema schema;
  private final ObjectMapper yaml =
      new ObjectMapper(new YAMLFactory()).enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);
  private final List<Source> sources = new ArrayList<>();
  private final List<SourceProblem> problems = new ArrayList<>();
  private Optional<HintReader> hints = Optional.empty();

  SourceReading(FeedFormats formats) {
    this.formats = formats;
    this.schema = new SourceSchema(formats);
  }

  List<Source> sources() {
    return sources;
  }

  List<SourceProblem> problems() {
    return problems;
  }

  void read(Path file) throws IOException {
    String text = Files.readString(file);
    JsonNode document;
    try {
      // The second reading knows the lines of values, but lets a property stand twice.
      yaml.readTree(text);
      JsonNode read = SourceSchema.read(text);
      document = read.isMissingNode() || read.isNull() ? yaml.createObjectNode() : read;
    } catch (JsonProcessingException e) {
      int line = e.getLocation() == null ? 0 : Math.max(0, e.getLocation().getLineNr());
      problems.add(new SourceProblem(file, line, "", ProblemKind.NO_YAML, List.of(why(e))));
      return;
    }
    List<SourceProblem> found = schema.problems(file, document);
    problems.addAll(found);
    if (found.isEmpty()) {
      source(file, document).ifPresent(it -> add(file, document, it));
    }
  }

  /** What the schema cannot check is checked by the records that it fills. */
  private Optional<Source> source(Path file, JsonNode document) {
    try {
      return Optional.of(yaml.treeToValue(document, SourceFile.class).toSource(formats));
    } catch (JsonProcessingException e) {
      problems.add(new SourceProblem(file, 0, "", ProblemKind.OTHER, List.of(why(e))));
    } catch (IllegalArgumentException e) {
      int line = SourceSchema.line(document, "feed");
      String message = String.valueOf(e.getMessage());
      problems.add(new SourceProblem(file, line, "feed", ProblemKind.OTHER, List.of(message)));
    }
    return Optional.empty();
  }

  /** The parser's words without the pieces of the file that it shows indented. */
  private static String why(JsonProcessingException e) {
    return e.getOriginalMessage()
        .lines()
        .filter(it -> !it.isBlank() && !it.startsWith(" "))
        .collect(Collectors.joining(", "));
  }

  private void add(Path file, JsonNode document, Source source) {
    taken(file, document, source);
    for (HintReader.Misfit misfit : misfits(source)) {
      problems.add(
          new SourceProblem(
              file,
              SourceSchema.line(document, "hints", misfit.property()),
              "hints." + misfit.property(),
              ProblemKind.UNKNOWN_NAME,
              List.of(misfit.found(), String.join("、", misfit.nearest()))));
    }
    source.reports().ifPresent(it -> unknownAreas(file, document, it));
    sources.add(source);
  }

  private void unknownAreas(Path file, JsonNode document, ReportingDuty duty) {
    AreaNames areas = new AreaNames(CatalogFiles.load());
    for (String code : duty.areas()) {
      if (areas.byCode(code).isEmpty()) {
        problems.add(unknownArea(file, document, "areas", code));
      }
    }
    duty.childrenOf()
        .filter(code -> areas.byCode(code).isEmpty())
        .ifPresent(code -> problems.add(unknownArea(file, document, "children-of", code)));
  }

  private static SourceProblem unknownArea(
      Path file, JsonNode document, String property, String code) {
    return new SourceProblem(
        file,
        SourceSchema.line(document, "reports", property),
        "reports." + property,
        ProblemKind.UNKNOWN_NAME,
        List.of(code, ""));
  }

  private void taken(Path file, JsonNode document, Source source) {
    for (Source other : sources) {
      if (other.code().equals(source.code())) {
        problems.add(taken(file, document, "code", source.code(), other));
      } else if (other.folder().equals(source.folder())) {
        problems.add(taken(file, document, "folder", source.folder(), other));
      }
    }
  }

  private static SourceProblem taken(
      Path file, JsonNode document, String property, String found, Source other) {
    return new SourceProblem(
        file,
        SourceSchema.line(document, property),
        property,
        ProblemKind.TAKEN,
        List.of(found, other.code()));
  }

  /** The catalogue takes a moment to load, and most sources have no hints. */
  private List<HintReader.Misfit> misfits(Source source) {
    if (source.hints().saysNothing()) {
      return List.of();
    }
    HintReader reader = hints.orElseGet(SourceReading::hintReader);
    hints = Optional.of(reader);
    return reader.misfits(source.hints());
  }

  private static HintReader hintReader() {
    Catalog catalog = CatalogFiles.load();
    return new HintReader(new AreaNames(catalog), new IndicatorNames(catalog), new UnitGrammar());
  }
}
