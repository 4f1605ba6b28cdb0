package io.yanmen.evidence;

import io.yanmen.model.Cell;
import io.yanmen.model.CellAddress;

/**
 * A cell of a table with all that the table says about it, still in the table's own words.
 *
 * @param tableNo number of the table in its file, from 1
 * @param evidence what counts
 * @param layers where it comes from, with what does not count because something nearer does
 * @param bracketsMayBeMinus whether the column shows figures in brackets and none with a minus, as
 *     accountants do
 */
public record Statement(
    int tableNo,
    CellAddress address,
    Cell cell,
    Facets evidence,
    Layers layers,
    boolean bracketsMayBeMinus) {
  /** A figure whose minus, if any, is a sign. */
  public Statement(int tableNo, CellAddress address, Cell cell, Facets evidence, Layers layers) {
    this(tableNo, address, cell, evidence, layers, false);
  }
}
