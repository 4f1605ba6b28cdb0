package io.yanmen.reading.interpret.shape;

import static org.assertj.core.api.Assertions.assertThat;

import io.yanmen.model.table.CellRange;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Rectangles found by their tree are those found by looking at all of them. */
class MergedRangesTest {
  private static final int ROWS = 12;
  private static final int COLUMNS = 6;

  @Provide
  Arbitrary<List<CellRange>> ranges() {
    Arbitrary<Integer> rows = Arbitraries.integers().between(0, ROWS - 1);
    Arbitrary<Integer> columns = Arbitraries.integers().between(0, COLUMNS - 1);
    return Combinators.combine(rows, columns, rows, columns)
        .as(
            (r, c, s, d) ->
                new CellRange(Math.min(r, s), Math.min(c, d), Math.max(r, s), Math.max(c, d)))
        .list()
        .ofMaxSize(12);
  }

  @Property(tries = 300)
  void sayWhatAllOfThemTogetherSay(@ForAll("ranges") List<CellRange> ranges) {
    MergedRanges merges = MergedRanges.of(ranges);
    for (int row = 0; row < ROWS; row++) {
      int r = row;
      assertThat(merges.goAcross(r))
          .isEqualTo(
              ranges.stream()
                  .anyMatch(
                      it ->
                          it.contains(r, it.firstColumn()) && it.lastColumn() > it.firstColumn()));
      assertThat(merges.bridge(r, r + 2))
          .isEqualTo(ranges.stream().anyMatch(it -> it.firstRow() <= r && it.lastRow() >= r + 2));
      for (int column = 0; column < COLUMNS; column++) {
        cell(merges, ranges, r, column);
      }
    }
  }

  private static void cell(MergedRanges merges, List<CellRange> ranges, int row, int column) {
    Optional<CellRange> first = ranges.stream().filter(it -> it.contains(row, column)).findFirst();
    assertThat(merges.at(row, column)).isEqualTo(first);
    assertThat(merges.isBelowFirstRow(row, column))
        .isEqualTo(ranges.stream().anyMatch(it -> it.contains(row, column) && it.firstRow() < row));
    assertThat(merges.goDown(column))
        .isEqualTo(
            ranges.stream()
                .anyMatch(
                    it ->
                        it.firstColumn() <= column
                            && it.lastColumn() >= column
                            && it.lastRow() > it.firstRow()));
  }
}
