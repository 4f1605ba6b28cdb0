package io.yanmen.command.inspect;

import io.yanmen.evidence.Evidence;
import io.yanmen.evidence.EvidenceItem;
import io.yanmen.evidence.EvidenceLayers;
import io.yanmen.evidence.Statement;
import java.util.List;
import java.util.Optional;

/** The kinds of places that evidence stands in, the nearest to a figure first. */
enum EvidencePlace {
  HINT("explain.place.hint"),
  HEAD("explain.place.head"),
  LABEL("explain.place.label"),
  SECTION("explain.place.section"),
  TITLE("explain.place.title"),
  SHEET("explain.place.sheet"),
  FILE("explain.place.file");

  private static final List<EvidencePlace> BY_LAYER = List.of(HINT, HEAD, LABEL, SECTION, TITLE);

  private final String key;

  EvidencePlace(String key) {
    this.key = key;
  }

  String key() {
    return key;
  }

  /** The places with a layer of their own; sheet and file name share that of titles. */
  static List<EvidencePlace> layers() {
    return BY_LAYER;
  }

  Evidence of(EvidenceLayers layers) {
    return switch (this) {
      case HINT -> layers.hints();
      case HEAD -> layers.column();
      case LABEL -> layers.row();
      case SECTION -> layers.section();
      case TITLE, SHEET, FILE -> layers.around();
    };
  }

  /** The place that evidence of this layer stands in, in a file of a name. */
  EvidencePlace named(EvidenceItem<?> found, Statement statement, String fileName) {
    if (this != TITLE) {
      return this;
    }
    return Optional.of(FILE)
        .filter(it -> found.where().equals(fileName))
        .orElseGet(() -> found.where().equals(statement.address().sheet()) ? SHEET : TITLE);
  }
}
