package io.yanmen.service.alert.outbox;

import io.yanmen.service.alert.Alert;
import io.yanmen.service.alert.AlertKind;
import java.sql.SQLException;
import java.util.Optional;

/**
 * An alert, and what it means for the troubles that are known: it begins one, ends one, or neither.
 *
 * @param ends the kind of trouble that is over
 */
record AlertChange(Alert alert, Optional<AlertKind> ends) {
  boolean begins() {
    return alert.kind().recovery().isPresent();
  }

  AlertStore.Trouble trouble() {
    return new AlertStore.Trouble(ends.orElse(alert.kind()), alert.subject());
  }

  /** Writes it into the warehouse, to be told. */
  void store(AlertStore book) throws SQLException {
    if (ends.isPresent()) {
      book.end(ends.get(), alert);
    } else if (begins()) {
      book.begin(alert);
    } else {
      book.add(alert);
    }
  }

  /** Lets the warehouse know of what has been told without it. */
  void storeTold(AlertStore book) throws SQLException {
    if (ends.isPresent()) {
      book.forget(trouble());
    } else if (begins()) {
      book.note(trouble());
    }
  }
}
