package io.yanmen.service.fetch;

import io.yanmen.model.message.Bilingual;
import io.yanmen.model.message.Messages;
import java.io.IOException;

/**
 * An answer that broke off, came too slowly or holds half a document; the next one may be whole.
 */
public final class BrokenAnswerException extends IOException {
  private static final long serialVersionUID = 1L;

  /**
   * @param key of the text in {@link Messages}
   */
  public BrokenAnswerException(String key, Object... arguments) {
    super(Bilingual.whole(key, arguments).both());
  }
}
