package io.yanmen.model.outcome;

import java.util.List;

/**
 * What a reading came across besides figures.
 *
 * @param cellsRead cells that were not empty
 * @param valueCells cells that stood where a table holds its figures, missing marks left out: the
 *     base of the share of refused cells
 * @param notes things that a person should know (hidden sheets that were read)
 */
public record ReadingSummary(long cellsRead, long valueCells, List<Note> notes) {
  public ReadingSummary {
    notes = List.copyOf(notes);
  }
}
