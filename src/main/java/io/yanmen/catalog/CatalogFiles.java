package io.yanmen.catalog;

import io.yanmen.model.Area;
import io.yanmen.model.AreaLevel;
import io.yanmen.model.Frequency;
import io.yanmen.model.Indicator;
import io.yanmen.model.IndicatorKind;
import io.yanmen.model.Validity;
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
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Reads the catalogue that ships with the product. */
public final class CatalogFiles {
  private static final CSVFormat FORMAT =
      CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();

  private CatalogFiles() {}

  /**
   * @throws UncheckedIOException if a catalogue file is missing or damaged
   */
  public static Catalog load() {
    List<Catalog.FormerArea> units = read("area_history.csv", CatalogFiles::area);
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
    return new WordLists(harmless, meanings, keys);
  }

  private static Catalog.FormerArea area(CSVRecord line) {
    String parent = line.get("parent_code");
    Area area =
        new Area(
            line.get("code"),
            line.get("name_zh"),
            line.get("name_en"),
            AreaLevel.of(line.get("level")),
            parent.isEmpty() ? Optional.empty() : Optional.of(parent),
            validity(line.get("start_year"), line.get("end_year")));
    return new Catalog.FormerArea(area, successors(line.get("new_codes")));
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
    return Arrays.stream(codes.split(";"))
        .filter(it -> !it.isEmpty() && !it.endsWith("]"))
        .toList();
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
    try (InputStream in = CatalogFiles.class.getResourceAsStream("/catalog/" + name)) {
      if (in == null) {
        throw new IOException("catalogue file missing: " + name);
      }
      try (Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8);
          CSVParser parser = FORMAT.parse(reader)) {
        return parser.stream().map(line).toList();
      }
    } catch (IOException e) {
      throw new UncheckedIOException("catalogue file " + name, e);
    }
  }
}
