package io.yanmen.evidence;

/**
 * The evidence for one figure by the distance that it stands at, and the rule that makes one of it.
 *
 * @param hints what the source's file says by hand
 * @param column heads above the figure
 * @param area the area that labels beside the figure name; as near as the heads
 * @param others all else that those labels say
 * @param section the line between rows that it stands below
 * @param around titles and unit lines, the names of sheet and file
 */
@SuppressWarnings("ReferenceEquality") // Whoever has both in one gives the same object twice.
public record EvidenceLayers(
    Evidence hints,
    Evidence column,
    Evidence area,
    Evidence others,
    Evidence section,
    Evidence around) {
  /** Of labels whose area and other words have not been kept apart. */
  public EvidenceLayers(
      Evidence hints, Evidence column, Evidence row, Evidence section, Evidence around) {
    this(hints, column, row, row, section, around);
  }

  /** All that the labels beside the figure say; put together only where somebody asks for it. */
  public Evidence row() {
    return area == others ? others : others.withArea(area.area());
  }

  /** Nearer evidence over farther; what heads and labels say side by side may disagree. */
  public Evidence merged() {
    Evidence near = column.beside(row());
    Evidence within =
        PeriodSpans.contradiction(near, section)
            .map(it -> Evidence.NONE.withUnknown(it).over(near.over(section)))
            .orElseGet(() -> near.over(section));
    return hints.over(within).over(around);
  }
}
