package io.yanmen.reading;

import static org.assertj.core.api.Assertions.assertThat;

import io.yanmen.reading.interpret.SourceHints;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;

/** Ten thousand tables of random layouts: nothing is read wrongly, and nearly all is read. */
class RandomTablesTest {
  private static final int TABLES = 500;
  private static final double LEAST_RECALL = 0.995;

  @Property(tries = 20, shrinking = ShrinkingMode.OFF)
  void randomLayoutsAreReadRightOrRefused(@ForAll long seed) {
    Random random = new Random(seed);
    long expected = 0;
    long read = 0;
    for (int i = 0; i < TABLES; i++) {
      RandomTable table = RandomTable.draw(random);
      List<String> wrong = new ArrayList<>();
      read += read(table, wrong);
      expected += table.expected().size();
      assertThat(wrong).as(table.drawing()).isEmpty();
    }
    assertThat((double) read / expected).as("recall, seed %d", seed).isGreaterThan(LEAST_RECALL);
  }

  @Property(tries = 20, shrinking = ShrinkingMode.OFF)
  void whatCanBeReadInTwoWaysIsRefused(@ForAll long seed) {
    Random random = new Random(seed);
    for (int i = 0; i < TABLES; i++) {
      PlantedAmbiguity table = PlantedAmbiguity.draw(random);
      TableText text = TableText.read(table.drawing());

      assertThat(text.rejections().stream().map(r -> r.split(" ")[0]).toList())
          .as(table.drawing())
          .containsAll(table.cells());
      assertThat(text.observations())
          .as(table.drawing())
          .noneMatch(o -> table.cells().contains(o.split(" ")[0]));
    }
  }

  private static long read(RandomTable table, List<String> wrong) {
    TableText text =
        TableText.read(
            table.drawing(), table.fileName(), table.sheet(), SourceHints.NONE, table.merges());
    long right = 0;
    for (String line : text.observations()) {
      String[] words = line.split(" ");
      // Within what a place is counted follows from the table's areas, which is tested elsewhere.
      words[2] = words[2].replaceFirst("@\\d+$", "");
      String key = String.join(" ", List.of(words).subList(1, 8));
      BigDecimal want = table.expected().get(key);
      if (want != null && want.compareTo(new BigDecimal(words[8])) == 0) {
        right++;
      } else {
        wrong.add(line);
      }
    }
    if (right < table.expected().size() && Boolean.getBoolean("random.show")) {
      show(table, text, right);
    }
    return right;
  }

  private static void show(RandomTable table, TableText text, long right) {
    Map<String, BigDecimal> expected = table.expected();
    System.out.println(
        table.drawing() + "\n" + right + " of " + expected.size() + " " + text.rejections() + "\n");
  }
}
