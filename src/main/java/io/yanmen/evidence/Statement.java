package io.yanmen.evidence;

import io.yanmen.model.table.Cell;
import io.yanmen.model.table.CellAddress;
import java.util.List;
import java.util.Optional;

/**
 * A cell of a table with all that the table says about it, still in the table's own words.
 *
 * <p>What counts is in two parts, because most tables name an area for each row while all else is
 * the same in every row: whoever decides on it may know it again as the same object.
 *
 * @param tableNo number of the table in its file, from 1
 * @param area what counts for the area
 * @param context what counts for all else; it names no area
 * @param layers where it comes from, with what does not count because something nearer does
 * @param own what stands at this cell alone and may change what its figure means
 * @param bracketsMayBeMinus whether the column shows figures in brackets and none with a minus, as
 *     accountants do
 */
public record Statement(
    int tableNo,
    CellAddress address,
    Cell cell,
    Optional<EvidenceItem<AreaMention>> area,
    Evidence context,
    EvidenceLayers layers,
    Optional<EvidenceItem<UnknownWords>> own,
    boolean bracketsMayBeMinus) {
  /** A figure whose minus, if any, is a sign. */
  public Statement(
      int tableNo, CellAddress address, Cell cell, Evidence evidence, EvidenceLayers layers) {
    this(
        tableNo,
        address,
        cell,
        evidence.area(),
        evidence.withoutArea(),
        layers,
        Optional.empty(),
        false);
  }

  /** All that counts. */
  public Evidence evidence() {
    Evidence all = context.withArea(area);
    return own.map(it -> all.withUnknown(UnknownWords.together(List.of(it), all.unknown())))
        .orElse(all);
  }
}
