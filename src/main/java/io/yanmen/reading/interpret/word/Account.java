package io.yanmen.reading.interpret.word;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * A text taken apart completely: every character belongs to one piece, and what belongs to none
 * that is known is left over.
 */
record Account(String text, List<Piece> pieces) {
  Account {
    pieces = List.copyOf(pieces);
  }

  /** Words that nothing accounts for, each with all that touches it and is left over too. */
  List<Piece> leftover() {
    List<Piece> left = new ArrayList<>();
    for (Piece piece : pieces) {
      if (!piece.is(Piece.Kind.LEFTOVER)) {
        continue;
      }
      Piece last = left.isEmpty() ? null : left.get(left.size() - 1);
      if (last != null && last.end() == piece.start()) {
        left.set(
            left.size() - 1,
            new Piece(Piece.Kind.LEFTOVER, last.text() + piece.text(), last.start(), piece.end()));
      } else {
        left.add(piece);
      }
    }
    return left;
  }

  boolean isComplete() {
    return pieces.stream().noneMatch(p -> p.is(Piece.Kind.LEFTOVER));
  }

  boolean has(Piece.Kind kind) {
    return pieces.stream().anyMatch(p -> p.is(kind));
  }

  List<Piece> all(Piece.Kind kind) {
    return pieces.stream().filter(p -> p.is(kind)).toList();
  }

  Optional<Piece> startingAt(int start) {
    return pieces.stream().filter(p -> p.start() == start).findFirst();
  }

  Optional<Piece> endingAt(int end) {
    return pieces.stream().filter(p -> p.end() == end).findFirst();
  }

  boolean allAre(Predicate<Piece> wanted) {
    return pieces.stream().allMatch(wanted);
  }
}
