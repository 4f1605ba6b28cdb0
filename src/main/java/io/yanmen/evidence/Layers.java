package io.yanmen.evidence;

/**
 * The evidence for one figure by the distance that it stands at, and the rule that makes one of it.
 *
 * @param hints what the source's file says by hand
 * @param column heads above the figure
 * @param row labels beside the figure; as near as the heads
 * @param section the line between rows that it stands below
 * @param around titles and unit lines, the names of sheet and file
 */
public record Layers(Facets hints, Facets column, Facets row, Facets section, Facets around) {
  /** Nearer evidence over farther; what heads and labels say side by side may disagree. */
  public Facets merged() {
    return hints.over(column.beside(row).over(section)).over(around);
  }
}
