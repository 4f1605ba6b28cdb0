package io.yanmen.reading.feed;

import io.yanmen.model.outcome.Note;
import java.util.List;

/**
 * What a reading came across.
 *
 * @param values figures, missing ones not counted
 * @param rejected figures that were refused before they became statements
 */
public record FeedSummary(long values, long rejected, List<Note> notes) {
  public FeedSummary {
    notes = List.copyOf(notes);
  }
}
