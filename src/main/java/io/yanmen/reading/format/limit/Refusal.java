package io.yanmen.reading.format.limit;

import io.yanmen.model.outcome.Rejection;
import io.yanmen.model.outcome.RejectionCode;
import io.yanmen.model.outcome.UnreadableFileException;
import io.yanmen.model.table.CellAddress;
import java.util.List;

/** The refusals of this stage, each with the arguments that its code's messages need. */
public final class Refusal {
  private Refusal() {}

  public static UnreadableFileException empty() {
    return of(RejectionCode.EMPTY_FILE);
  }

  /** What was met, in each language: one argument for each message. */
  public static UnreadableFileException damaged(String zh, String en) {
    return of(RejectionCode.DAMAGED_FILE, zh, en);
  }

  public static UnreadableFileException damaged(CellAddress cell, String zh, String en) {
    return new UnreadableFileException(
        new Rejection(RejectionCode.DAMAGED_FILE, 0, cell, "", List.of(zh, en)));
  }

  public static UnreadableFileException protectedByPassword() {
    return of(RejectionCode.PASSWORD_PROTECTED);
  }

  public static UnreadableFileException wrongFormat(String ending, String looksLike) {
    return of(RejectionCode.WRONG_FORMAT, ending, looksLike);
  }

  public static UnreadableFileException unsupported(String looksLike) {
    return of(RejectionCode.UNSUPPORTED_FORMAT, looksLike);
  }

  public static UnreadableFileException expandsTooMuch(String found, String limit) {
    return of(RejectionCode.EXPANDS_TOO_MUCH, found, limit);
  }

  public static UnreadableFileException forbiddenXml(String part) {
    return of(RejectionCode.FORBIDDEN_XML, part);
  }

  public static UnreadableFileException unknownEncoding(long offset) {
    return of(RejectionCode.UNKNOWN_ENCODING, Long.toString(offset));
  }

  public static UnreadableFileException tooLarge(String what, long found, long limit) {
    return of(RejectionCode.TOO_LARGE, what, Long.toString(found), Long.toString(limit));
  }

  public static UnreadableFileException tooLarge(
      CellAddress cell, String what, long found, long limit) {
    return new UnreadableFileException(
        new Rejection(
            RejectionCode.TOO_LARGE,
            0,
            cell,
            "",
            List.of(what, Long.toString(found), Long.toString(limit))));
  }

  private static UnreadableFileException of(RejectionCode code, String... arguments) {
    return new UnreadableFileException(Rejection.ofFile(code, arguments));
  }
}
