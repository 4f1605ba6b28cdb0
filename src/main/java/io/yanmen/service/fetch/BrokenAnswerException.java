package io.yanmen.service.fetch;

import java.io.IOException;

/**
 * An answer that broke off, came too slowly or holds half a document; the next one may be whole.
 */
public final class BrokenAnswerException extends IOException {
  private static final long serialVersionUID = 1L;

  public BrokenAnswerException(String zh, String en) {
    super(zh + " / " + en);
  }
}
