package io.yanmen.console.indicator;

import java.util.List;
import java.util.Optional;

/**
 * What the page of an indicator shows.
 *
 * @param grid a row for each area, a column for each period; the table and the heat in one
 * @param chart JSON for the script
 * @param rules notes that say how to read it, in words
 */
public record IndicatorView(
    AreaChooser.Choice place,
    List<Choice> indicators,
    List<Choice> elsewhere,
    List<Choice> shapes,
    String from,
    String to,
    List<Choice> periods,
    String title,
    String unit,
    Grid grid,
    Ranking ranking,
    List<String> rules,
    Optional<Download> download,
    String chart) {
  /** What is shown where there is nothing to show. */
  static IndicatorView empty(AreaChooser.Choice place) {
    return new IndicatorView(
        place,
        List.of(),
        List.of(),
        List.of(),
        "",
        "",
        List.of(),
        "",
        "",
        new Grid(List.of(), List.of()),
        Ranking.NONE,
        List.of(),
        Optional.empty(),
        "{}");
  }

  /** Whether there is a line to draw: with a single period, the ranking says it all. */
  public boolean trend() {
    return grid.periods().size() > 1;
  }

  /**
   * Something to choose.
   *
   * @param find other words to find it by
   */
  public record Choice(String code, String name, String find, boolean chosen) {}

  /** Addresses of what is shown, to be saved. */
  public record Download(String csv, String xlsx) {}

  /**
   * A figure as it is written.
   *
   * @param text with the sign of its qualifier; empty for a gap
   * @param href where it comes from; empty if that is no single figure
   * @param status letter of what is not normal: P, E; D for derived; else empty
   * @param heat class of its shade; empty without one
   */
  public record Cell(String text, String href, String status, String heat) {
    static final Cell GAP = new Cell("", "", "", "");
  }

  /** A row of the grid. */
  public record AreaRow(String area, boolean whole, List<Cell> cells) {}

  /** The table. */
  public record Grid(List<String> periods, List<AreaRow> rows) {
    public boolean isEmpty() {
      return rows.isEmpty();
    }
  }

  /** A place in the ranking. */
  public record Place(int rank, String area, Cell cell, boolean tied, String target) {}

  /**
   * The areas of one level in one period.
   *
   * @param apart those that are not ranked: the whole, zones
   * @param missing names of those without a figure
   */
  public record Ranking(
      String period, List<Place> places, List<Place> apart, List<String> missing, int of) {
    static final Ranking NONE = new Ranking("", List.of(), List.of(), List.of(), 0);
  }
}
