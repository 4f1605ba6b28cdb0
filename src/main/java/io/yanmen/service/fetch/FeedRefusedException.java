package io.yanmen.service.fetch;

import java.io.IOException;

/** An answer that is no data; asking again at once would not make it so. */
public final class FeedRefusedException extends IOException {
  private static final long serialVersionUID = 1L;

  public FeedRefusedException(String zh, String en) {
    super(zh + " / " + en);
  }
}
