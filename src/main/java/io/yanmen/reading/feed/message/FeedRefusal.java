package io.yanmen.reading.feed.message;

import io.yanmen.model.outcome.Rejection;
import io.yanmen.model.outcome.RejectionCode;
import io.yanmen.model.outcome.UnreadableFileException;

/** The refusals of whole feeds, each with the arguments that its code's messages need. */
public final class FeedRefusal {
  private FeedRefusal() {}

  /** What was met, in each language: one argument for each message. */
  public static UnreadableFileException damaged(String zh, String en) {
    return of(RejectionCode.DAMAGED_FILE, zh, en);
  }

  public static UnreadableFileException empty() {
    return of(RejectionCode.EMPTY_FILE);
  }

  public static UnreadableFileException unsupported(String looksLike) {
    return of(RejectionCode.UNSUPPORTED_FORMAT, looksLike);
  }

  public static UnreadableFileException otherFormat(FeedFormat expected, String looksLike) {
    return of(RejectionCode.WRONG_FEED_FORMAT, expected.label(), looksLike);
  }

  public static UnreadableFileException publisherError(String words) {
    return of(RejectionCode.PUBLISHER_ERROR, words);
  }

  public static UnreadableFileException forbiddenXml() {
    return of(RejectionCode.FORBIDDEN_XML, "XML");
  }

  static UnreadableFileException unknownEncoding(long offset) {
    return of(RejectionCode.UNKNOWN_ENCODING, Long.toString(offset));
  }

  public static UnreadableFileException tooLarge(String what, long found, long limit) {
    return of(RejectionCode.TOO_LARGE, what, Long.toString(found), Long.toString(limit));
  }

  private static UnreadableFileException of(RejectionCode code, String... arguments) {
    return new UnreadableFileException(Rejection.ofFile(code, arguments));
  }
}
