package io.yanmen.console.load;

import io.yanmen.console.web.Upload;
import io.yanmen.model.message.UserError;
import io.yanmen.reading.source.Source;
import io.yanmen.reading.source.Sources;
import io.yanmen.service.home.Home;
import io.yanmen.warehouse.history.LoadList;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;

/**
 * Puts the archived bytes of a load into the inbox once more, so that they are read with the names,
 * sources and rules of today. What was loaded whole says nothing new and is not put there; what was
 * loaded in part is read anew if names were taught since, and is else told to be known.
 */
public final class LoadAgain {
  private static final Set<String> WORTH_IT = Set.of("rejected", "partly_loaded", "failed");
  private static final int MOST_NAME_BYTES = 190;

  private final Home home;
  private final LoadFiles files;

  public LoadAgain(Home home, LoadFiles files) {
    this.home = home;
    this.files = files;
  }

  public static boolean isWorthIt(LoadList.ListedLoad load) {
    return WORTH_IT.contains(load.status());
  }

  /**
   * @return where it lies now, below the inbox
   * @throws UserError if it would change nothing, or the bytes are gone
   */
  public Path again(LoadList.ListedLoad load) throws IOException {
    if (!isWorthIt(load)) {
      throw new UserError("request.load.again", load.id());
    }
    Path content = files.original(load).orElseThrow(() -> new UserError("request.load.elsewhere"));
    String source = Sources.read(home.sources()).find(load.source()).map(Source::code).orElse("");
    return new InboxDrop(home)
        .drop(new Upload(shortened(load.fileName()), content, Files.size(content)), source);
  }

  /** Names from the inbox may be longer than what a browser may send. */
  private static String shortened(String name) {
    int dot = name.lastIndexOf('.') > 0 ? name.lastIndexOf('.') : name.length();
    String stem = name.substring(0, dot);
    String ending = name.substring(dot);
    while (bytes(stem) + bytes(ending) > MOST_NAME_BYTES && stem.length() > 1) {
      stem = stem.substring(0, stem.offsetByCodePoints(stem.length(), -1));
    }
    return stem + ending;
  }

  private static int bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }
}
