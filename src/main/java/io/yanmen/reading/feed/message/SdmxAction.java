package io.yanmen.reading.feed.message;

import io.yanmen.model.outcome.UnreadableFileException;
import java.util.Locale;

/**
 * What an SDMX message wants done with its data; only the deletion of data is no figure to load.
 */
public final class SdmxAction {
  private SdmxAction() {}

  public static boolean deletes(String action) {
    String word = action.toLowerCase(Locale.ROOT);
    return word.equals("delete") || word.equals("d");
  }

  public static void check(String action) throws UnreadableFileException {
    if (deletes(action)) {
      throw FeedRefusal.unsupported("SDMX (action: Delete)");
    }
  }
}
