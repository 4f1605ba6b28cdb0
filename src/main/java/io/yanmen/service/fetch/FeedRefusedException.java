package io.yanmen.service.fetch;

import io.yanmen.model.message.Bilingual;
import io.yanmen.model.message.Messages;
import java.io.IOException;

/** An answer that is no data; asking again at once would not make it so. */
public final class FeedRefusedException extends IOException {
  private static final long serialVersionUID = 1L;

  /**
   * @param key of the text in {@link Messages}
   */
  public FeedRefusedException(String key, Object... arguments) {
    super(Bilingual.whole(key, arguments).both());
  }
}
