package io.yanmen.feed;

import io.yanmen.model.Note;

/** Takes what a person should know of a feed besides its figures. */
@FunctionalInterface
public interface NoteSink {
  void note(Note note);
}
