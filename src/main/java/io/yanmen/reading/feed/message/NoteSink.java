package io.yanmen.reading.feed.message;

import io.yanmen.model.outcome.Note;

/** Takes what a person should know of a feed besides its figures. */
@FunctionalInterface
public interface NoteSink {
  void note(Note note);
}
