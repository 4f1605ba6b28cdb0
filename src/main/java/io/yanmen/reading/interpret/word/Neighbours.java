package io.yanmen.reading.interpret.word;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Judges pieces by what touches them: 工业 alone heads a table, but 工业 right before 固定资产投资 makes it
 * another figure. What may change what it touches is left over.
 */
final class Neighbours {
  private final Predicate<String> isProgress;

  /**
   * @param isProgress whether words may say of a whole table that it tells how far things got
   */
  Neighbours(Predicate<String> isProgress) {
    this.isProgress = isProgress;
  }

  /** The pieces, with those as left over that may change what their neighbours mean. */
  List<Piece> judged(List<Piece> pieces) {
    List<Piece> judged = new ArrayList<>(pieces);
    boolean again = true;
    while (again) {
      again = false;
      for (int i = 0; i < judged.size(); i++) {
        Piece piece = judged.get(i);
        Optional<Piece> before = i == 0 ? Optional.empty() : Optional.of(judged.get(i - 1));
        Optional<Piece> after =
            i + 1 == judged.size() ? Optional.empty() : Optional.of(judged.get(i + 1));
        if (!piece.is(Piece.Kind.LEFTOVER) && changesMeaning(piece, before, after)) {
          // 完成进度 behind a name is a measure of it; elsewhere it says what kind of table this is.
          boolean progress = piece.is(Piece.Kind.MEASURE) && isProgress.test(piece.text());
          judged.set(i, piece.as(progress ? Piece.Kind.PROGRESS : Piece.Kind.LEFTOVER));
          again = true;
        }
      }
    }
    return judged;
  }

  private static boolean changesMeaning(
      Piece piece, Optional<Piece> before, Optional<Piece> after) {
    return switch (piece.kind()) {
      case FIELD -> !mayPrecedeField(before) || !mayFollowField(after);
      case GENERIC, OFFICE, INDICATOR ->
          is(after, Piece.Kind.INDICATOR) && !piece.text().equals("主要") && !namesList(piece);
      case MEASURE -> !is(before, Piece.Kind.INDICATOR);
      case DAY -> !(isOutermost(before, after) || inBrackets(before, after));
      case CONNECTIVE ->
          Character.isLetter(piece.text().charAt(0))
              && is(before, Piece.Kind.LEFTOVER)
              && is(after, Piece.Kind.LEFTOVER);
      default -> false;
    };
  }

  /** 主要指标固定资产投资 (a heading and a name) is no 重点固定资产投资. */
  private static boolean namesList(Piece piece) {
    return piece.text().endsWith("指标");
  }

  private static boolean mayPrecedeField(Optional<Piece> before) {
    return before
        .map(
            p ->
                switch (p.kind()) {
                  case AREA,
                      PERIOD,
                      DAY,
                      CONNECTIVE,
                      COLLECTIVE,
                      COUNTED,
                      HARMLESS,
                      STATUS,
                      SPAN_NOT_HELD ->
                      true;
                  case GENERIC -> p.text().equals("主要") || namesList(p);
                  default -> false;
                })
        .orElse(true);
  }

  private static boolean mayFollowField(Optional<Piece> after) {
    return after
        .map(
            p ->
                switch (p.kind()) {
                  case INDICATOR, FIELD, LEFTOVER, MEASURE, AREA, UNIT -> false;
                  default -> true;
                })
        .orElse(true);
  }

  private static boolean is(Optional<Piece> piece, Piece.Kind kind) {
    return piece.filter(p -> p.is(kind)).isPresent();
  }

  private static boolean isOutermost(Optional<Piece> before, Optional<Piece> after) {
    return before.isEmpty() || after.isEmpty();
  }

  private static boolean inBrackets(Optional<Piece> before, Optional<Piece> after) {
    return before.filter(p -> p.text().equals("(")).isPresent()
        && after.filter(p -> p.text().equals(")")).isPresent();
  }
}
