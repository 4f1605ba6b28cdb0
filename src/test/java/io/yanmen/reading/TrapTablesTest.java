package io.yanmen.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.function.BiConsumer;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;

/**
 * Tables made to mislead: of a table into which something was put that makes it say another thing,
 * nothing is read as before; beside it stands a twin with something that changes nothing, of which
 * all is read.
 *
 * <p>They are the same ones in each build; {@code -Dseed=} gives others.
 */
class TrapTablesTest {
  private static final int TABLES = 300;
  private static final String RESOURCE = "/traps/words.csv";
  private static final Map<String, List<String>> WORDS = words();
  private static final List<String> MEANING =
      List.of("scope", "part", "other", "scenario", "span", "growth", "level", "price");

  /** Where a word may be put, and how. */
  private record Place(String name, BiConsumer<TrapTable, String> put) {}

  private static final List<Place> PLACES =
      List.of(
          new Place("title", (t, w) -> t.title = t.title(w, "主要经济指标")),
          new Place("title end", (t, w) -> t.title = t.title("", "主要经济指标" + w)),
          new Place("title bracket", (t, w) -> t.title = t.title("", "主要经济指标（" + w + "）")),
          new Place("title name", (t, w) -> t.title = t.title(w, t.indicator + "情况")),
          new Place("line", (t, w) -> t.line = w),
          new Place("line bracket", (t, w) -> t.line = "（" + w + "）"),
          new Place("sheet", (t, w) -> t.sheet = w),
          new Place("sheet name", (t, w) -> t.sheet = w + "主要指标"),
          new Place("file", (t, w) -> t.file = t.city.nameZh() + w + "指标.xlsx"),
          new Place("file end", (t, w) -> t.file = "主要指标-" + w + ".csv"),
          new Place("head", (t, w) -> t.head = w + t.head),
          new Place("head bracket", (t, w) -> t.head = t.indicator + "（" + w + "）（万元）"),
          new Place("head unit", (t, w) -> t.head = t.indicator + "（万元，" + w + "）"),
          new Place("head above", (t, w) -> t.above = w),
          new Place("head below", (t, w) -> t.below = w),
          new Place("label", (t, w) -> t.labels.replaceAll(l -> w + l)),
          new Place("label end", (t, w) -> t.labels.replaceAll(l -> l + w)),
          new Place("label bracket", (t, w) -> t.labels.replaceAll(l -> l + "（" + w + "）")),
          new Place("section", (t, w) -> t.section = w),
          new Place("corner", (t, w) -> t.corner = w),
          new Place("note", (t, w) -> t.note = "注：本表数据为" + w + "数据。"),
          new Place("note blank", (t, w) -> t.note = "\n说明：" + w),
          new Place("note last", (t, w) -> t.note = "数据来源：统计局\n" + w + "。"));

  private static List<Trap> traps() {
    List<Trap> all = new ArrayList<>();
    for (Place place : PLACES) {
      for (String kind : MEANING) {
        all.add(
            new Trap(
                kind + " in " + place.name(), t -> place.put().accept(t, drawn(kind, t.random))));
      }
    }
    all.addAll(OtherTraps.all());
    return all;
  }

  @Test
  void nothingIsReadAsIfTheTrapWereNotThere() {
    long seed = seed();
    Random random = new Random(seed);
    List<Trap> traps = traps();
    for (int i = 0; i < TABLES; i++) {
      Trap trap = traps.get(i < traps.size() ? i : random.nextInt(traps.size()));
      TrapTable table = new TrapTable(random);
      trap.spring().accept(table);
      assertThat(figures(table.read()))
          .as("seed %d, %s%n%s", seed, trap.name(), described(table))
          .doesNotContainAnyElementsOf(table.plain());
    }
  }

  @Test
  void harmlessTwinsAreReadWhole() {
    long seed = seed();
    Random random = new Random(seed);
    List<Trap> twins = OtherTraps.harmless(TrapTablesTest::drawn);
    for (int i = 0; i < TABLES; i++) {
      Trap twin = twins.get(i < twins.size() ? i : random.nextInt(twins.size()));
      TrapTable table = new TrapTable(random);
      twin.spring().accept(table);
      TableText text = table.read();
      assertThat(figures(text))
          .as("seed %d, %s%n%s%n%s", seed, twin.name(), described(table), text.decisions())
          .containsExactlyElementsOf(table.plain());
    }
  }

  private static long seed() {
    return Long.getLong("seed", 0);
  }

  /** The figures without the cells that they stand in. */
  private static List<String> figures(TableText text) {
    return text.observations().stream().map(it -> it.substring(it.indexOf(' ') + 1)).toList();
  }

  private static String described(TrapTable table) {
    return "sheet " + table.sheet + ", file " + table.file + "\n" + table.drawing();
  }

  static String drawn(String kind, Random random) {
    List<String> words = Objects.requireNonNull(WORDS.get(kind), kind);
    return words.get(random.nextInt(words.size()));
  }

  private static Map<String, List<String>> words() {
    Map<String, List<String>> words = new HashMap<>();
    try (InputStream in =
            Objects.requireNonNull(TrapTablesTest.class.getResourceAsStream(RESOURCE));
        InputStreamReader reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
      for (CSVRecord line :
          CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get().parse(reader)) {
        words.computeIfAbsent(line.get("kind"), it -> new ArrayList<>()).add(line.get("word"));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return words;
  }
}
