package io.yanmen.catalog;

import io.yanmen.model.Area;
import io.yanmen.model.AreaLevel;
import io.yanmen.model.Frequency;
import io.yanmen.model.Indicator;
import io.yanmen.model.IndicatorKind;
import io.yanmen.model.Validity;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Reads the catalogue that ships with the product. */
public final class CatalogFiles {
  private static final CSVFormat FORMAT =
      CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();

  private static final int AREA_COLUMNS = 8;

  private CatalogFiles() {}

  /**
   * @throws UncheckedIOException if a catalogue file is missing or damaged
   */
  public static Catalog load() {
    List<Catalog.FormerArea> units = areas();
    return new Catalog(
        units.stream().map(Catalog.FormerArea::area).filter(it -> it.validity().lasts()).toList(),
        units.stream().filter(it -> !it.area().validity().lasts()).toList(),
        read("area_aliases.csv", CatalogFiles::alias),
        read("indicators.csv", CatalogFiles::indicator),
        indicatorAliases(false),
        indicatorAliases(true),
        breakdowns(),
        read("units.csv", CatalogFiles::unit),
        read("checks.csv", CatalogFiles::check));
  }

  /** The lists by which the words around figures are accounted for. */
  static WordLists wordLists() {
    HarmlessWords harmless = new HarmlessWords();
    for (CSVRecord line : read("harmless.csv", it -> it)) {
      harmless.add(line.get("word"), line.get("kind"));
    }
    List<WordMeaning> meanings =
        read(
            "title_words.csv",
            it -> new WordMeaning(it.get("words"), it.get("facet"), it.get("value")));
    Map<String, String> keys =
        read("line_keys.csv", it -> it).stream()
            .collect(Collectors.toMap(it -> it.get("key"), it -> it.get("means")));
    List<WordLists.NoteSentence> notes =
        read(
            "note_sentences.csv",
            it -> WordLists.NoteSentence.of(it.get("sentence"), it.get("effect")));
    Pattern notHeld =
        Pattern.compile(
            String.join("|", read("measures_not_held.csv", it -> "(?:" + it.get("words") + ")")));
    return new WordLists(harmless, meanings, keys, notes, notHeld);
  }

  /**
   * The units of a country and of four decades: their file is cut at its commas, which is done in a
   * fraction of the time that a reader for every kind of csv takes, at each start.
   */
  private static List<Catalog.FormerArea> areas() {
    return file(
        "area_history.csv",
        reader -> new BufferedReader(reader).lines().skip(1).map(CatalogFiles::area).toList());
  }

  private static Catalog.FormerArea area(String line) {
    String[] fields = line.split(",", -1);
    if (fields.length != AREA_COLUMNS || line.indexOf('"') >= 0) {
      throw new IllegalArgumentException("no line of areas: " + line);
    }
    Area area =
        new Area(
            fields[0],
            fields[1],
            fields[2],
            AreaLevel.of(fields[3]),
            fields[4].isEmpty() ? Optional.empty() : Optional.of(fields[4]),
            validity(fields[5], fields[6]));
    return new Catalog.FormerArea(area, successors(fields[7]));
  }

  private static Validity validity(String from, String until) {
    return from.isEmpty() && until.isEmpty()
        ? Validity.ALWAYS
        : new Validity(
            from.isEmpty() ? Integer.MIN_VALUE : Integer.parseInt(from),
            until.isEmpty() ? Integer.MAX_VALUE : Integer.parseInt(until));
  }

  /** Of {@code 130108[2001];130111} only the last: the other took a part of it, in that year. */
  private static List<String> successors(String codes) {
    if (codes.indexOf(';') < 0) {
      return codes.isEmpty() || codes.endsWith("]") ? List.of() : List.of(codes);
    }
    return Arrays.stream(codes.split(";")).filter(it -> !it.endsWith("]")).toList();
  }

  private static Indicator indicator(CSVRecord line) {
    return new Indicator(
        line.get("code"),
        line.get("name_zh"),
        line.get("name_en"),
        line.get("unit"),
        IndicatorKind.of(line.get("kind")),
        line.get("summable").equals("yes"),
        Frequency.valueOf(line.get("frequency")),
        listed(line.get("aliases_zh")));
  }

  /** Names of indicators: those that always count, or those that count alone only. */
  private static List<Alias> indicatorAliases(boolean alone) {
    return read("indicator_aliases.csv", line -> line).stream()
        .filter(line -> line.get("needs").equals("alone") == alone)
        .map(CatalogFiles::alias)
        .toList();
  }

  private static Breakdowns breakdowns() {
    Map<String, Set<String>> lists = new HashMap<>();
    for (CSVRecord line : read("indicators.csv", it -> it)) {
      lists.put(line.get("code"), Set.copyOf(listed(line.get("breakdowns"))));
    }
    List<Breakdowns.SameAs> same =
        read(
            "same_as.csv",
            it -> new Breakdowns.SameAs(it.get("code"), it.get("indicator"), it.get("breakdown")));
    return new Breakdowns(read("breakdowns.csv", CatalogFiles::breakdown), lists, same);
  }

  private static Breakdown breakdown(CSVRecord line) {
    String parent = line.get("parent");
    return new Breakdown(
        line.get("list"),
        line.get("code"),
        line.get("name_zh"),
        line.get("name_en"),
        listed(line.get("aliases_zh")),
        parent.isEmpty() ? Optional.empty() : Optional.of(parent));
  }

  private static List<String> listed(String words) {
    return words.isEmpty() ? List.of() : List.of(words.split("\\|"));
  }

  private static Alias alias(CSVRecord line) {
    return new Alias(line.get("name"), line.get("code"));
  }

  private static UnitDefinition unit(CSVRecord line) {
    return new UnitDefinition(
        line.get("symbol"),
        line.get("base"),
        new BigDecimal(line.get("factor")),
        line.get("name_en"));
  }

  private static CheckThreshold check(CSVRecord line) {
    String value = line.get("value");
    return new CheckThreshold(
        line.get("rule"),
        line.get("threshold"),
        line.get("indicator"),
        value.isEmpty() ? Optional.empty() : Optional.of(new BigDecimal(value)));
  }

  private static <T> List<T> read(String name, Function<CSVRecord, T> line) {
    return file(
        name,
        reader -> {
          try (CSVParser parser = FORMAT.parse(reader)) {
            return parser.stream().map(line).toList();
          }
        });
  }

  private interface Parser<T> {
    List<T> parse(Reader reader) throws IOException;
  }

  private static <T> List<T> file(String name, Parser<T> parser) {
    try (InputStream in = CatalogFiles.class.getResourceAsStream("/catalog/" + name)) {
      if (in == null) {
        throw new IOException("catalogue file missing: " + name);
      }
      try (Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
        return parser.parse(reader);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("catalogue file " + name, e);
    }
  }
}
