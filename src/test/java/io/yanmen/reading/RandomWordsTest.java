package io.yanmen.reading;

import static org.assertj.core.api.Assertions.assertThat;

import io.yanmen.catalog.HarmlessWords;
import io.yanmen.catalog.NameNormalForm;
import io.yanmen.catalog.WordLists;
import io.yanmen.reading.interpret.SourceHints;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Ten thousand random tables with a word in title, sheet name, file name, head or label that makes
 * their figures those of something else: none is read as if the word were not there. And as many
 * with a word that changes nothing: nothing is refused for it.
 *
 * <p>They are the same ones in each build; {@code -Dseed=} gives others.
 */
class RandomWordsTest {
  private static final int RUNS = 20;
  private static final int TABLES = 500;
  private static final int INDICATOR = 2;
  private static final int MEASURE = 3;
  private static final int SCENARIO = 4;
  private static final int PERIOD = 7;
  private static final int VALUE = 8;
  private static final Map<String, Integer> POSITIONS =
      Map.of("breakdown", INDICATOR, "measure", MEASURE, "scenario", SCENARIO);

  /**
   * @param may what the product may read of it, by position in an observation's words; -1 nothing
   */
  private record Word(String text, int may) {
    static Word of(String line) {
      String[] parts = line.split(" ");
      return new Word(
          parts[0], parts.length > 1 ? Objects.requireNonNull(POSITIONS.get(parts[1])) : -1);
    }
  }

  private static final List<PlantedWord.Spot> SPOTS = List.of(PlantedWord.Spot.values());
  private static final List<Word> WORDS = words();

  /** Those of the list that stand alone in titles and names; the others need what they join. */
  private static final List<HarmlessWords.Entry> HARMLESS =
      WordLists.shipped().harmless().entries().stream()
          .filter(it -> PlantedWord.standsAlone(it.kind()))
          .toList();

  private static List<Word> words() {
    try (InputStream in =
        Objects.requireNonNull(
            RandomWordsTest.class.getResourceAsStream("words-that-change.txt"))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(it -> !it.startsWith("#"))
          .map(Word::of)
          .toList();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  static LongStream seeds() {
    long first = Long.getLong("seed", 0);
    return LongStream.range(first, first + RUNS);
  }

  @Test
  void noWordThatChangesIsOnTheListOfHarmlessOnes() {
    HarmlessWords harmless = WordLists.shipped().harmless();

    assertThat(WORDS).hasSizeGreaterThanOrEqualTo(500);
    assertThat(WORDS).noneMatch(it -> harmless.kind(NameNormalForm.of(it.text())).isPresent());
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void noFigureIsReadAsIfTheWordWereNotThere(long seed) {
    Random random = new Random(seed);
    List<String> wrong = new ArrayList<>();
    for (int i = 0; i < TABLES; i++) {
      RandomTable table = RandomTable.draw(random);
      Map<String, List<String>> before = PlantedWord.byCell(read(table));
      Word word = WORDS.get(random.nextInt(WORDS.size()));
      PlantedWord.Spot spot = SPOTS.get(random.nextInt(SPOTS.size()));
      // Where heads say 年度目标 and 累计完成, a plan in the file's name changes neither.
      boolean said = word.may() == SCENARIO && table.drawing().contains("目标");
      if (before.isEmpty() || said || table.drawing().contains(word.text())) {
        continue;
      }
      PlantedWord planted = PlantedWord.of(table, before, word.text(), spot, random);
      Map<String, List<String>> after = PlantedWord.byCell(read(planted.table()));
      for (List<String> figure : after.values()) {
        List<String> known = before.getOrDefault(figure.get(0), List.of());
        boolean touched = planted.touched().contains(figure.get(0));
        if (!isRight(word, spot, known, figure)
            || touched && isSame(known, figure) && !isOfGrowth(word, spot, figure, before)) {
          wrong.add(
              planted.place()
                  + " -> "
                  + figure
                  + " was "
                  + known
                  + "\n"
                  + planted.table().drawing());
          break;
        }
      }
    }
    assertThat(wrong).as("seed %d", seed).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void nothingIsRefusedForAWordThatChangesNothing(long seed) {
    Random random = new Random(seed);
    List<String> refused = new ArrayList<>();
    for (int i = 0; i < TABLES; i++) {
      RandomTable table = RandomTable.draw(random);
      Map<String, List<String>> before = PlantedWord.byCell(read(table));
      if (before.isEmpty()) {
        continue;
      }
      RandomTable planted =
          PlantedWord.harmless(table, HARMLESS.get(random.nextInt(HARMLESS.size())), random);
      Map<String, List<String>> after = PlantedWord.byCell(read(planted));
      if (!after.keySet().containsAll(before.keySet())
          || after.values().stream()
              .anyMatch(it -> !isSame(before.getOrDefault(it.get(0), it), it))) {
        refused.add(
            planted.sheet()
                + " "
                + planted.fileName()
                + "\n"
                + planted.drawing()
                + "\n"
                + TableText.read(
                        planted.drawing(),
                        planted.fileName(),
                        planted.sheet(),
                        SourceHints.NONE,
                        planted.merges())
                    .rejections());
      }
    }
    assertThat(refused).as("seed %d", seed).isEmpty();
  }

  /** Whether a figure is what it was, but for what the word may say of it. */
  private static boolean isRight(
      Word word, PlantedWord.Spot spot, List<String> known, List<String> figure) {
    return !known.isEmpty()
        && (word.may() == SCENARIO && isTargetOfTheYear(known, figure)
            || IntStream.range(1, VALUE + 1)
                .filter(it -> it != word.may() && !(it == MEASURE && isRankOf(word, spot, known)))
                .allMatch(it -> known.get(it).equals(figure.get(it))));
  }

  /** 位次 alone is the rank of the growth beside it, 火电位次 and 国有控股位次 those of what they name. */
  private static boolean isRankOf(Word word, PlantedWord.Spot spot, List<String> known) {
    return spot == PlantedWord.Spot.HEAD
        && word.may() == INDICATOR
        && known.get(MEASURE).endsWith("rank");
  }

  /** 环比 around a table of amounts and growth speaks of the growth. */
  private static boolean isOfGrowth(
      Word word, PlantedWord.Spot spot, List<String> figure, Map<String, List<String>> before) {
    return word.may() == MEASURE
        && spot != PlantedWord.Spot.HEAD
        && spot != PlantedWord.Spot.LABEL
        && figure.get(MEASURE).equals("level")
        && before.values().stream().anyMatch(it -> it.get(MEASURE).startsWith("yoy"));
  }

  /** 目标 at the head of a column below 2025年1-4月 is one of the year. */
  private static boolean isTargetOfTheYear(List<String> known, List<String> figure) {
    return figure.get(SCENARIO).equals("target")
        && figure.get(SCENARIO + 1).equals("A")
        && known.subList(1, SCENARIO).equals(figure.subList(1, SCENARIO))
        && known.get(PERIOD).startsWith(figure.get(PERIOD))
        && known.get(VALUE).equals(figure.get(VALUE));
  }

  private static boolean isSame(List<String> known, List<String> figure) {
    return known.subList(1, VALUE + 1).equals(figure.subList(1, VALUE + 1));
  }

  private static TableText read(RandomTable table) {
    return TableText.read(
        table.drawing(), table.fileName(), table.sheet(), SourceHints.NONE, table.merges());
  }
}
