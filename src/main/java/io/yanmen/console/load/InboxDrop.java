package io.yanmen.console.load;

import io.yanmen.console.web.Upload;
import io.yanmen.model.message.UserError;
import io.yanmen.model.text.ShownText;
import io.yanmen.reading.source.Source;
import io.yanmen.reading.source.Sources;
import io.yanmen.service.home.Home;
import io.yanmen.service.home.IgnoredNames;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Puts an uploaded file into the inbox, as a clerk would: whole at once, under its own name, into
 * the folder of its source. Of the name that a browser sends only the last part counts.
 */
public final class InboxDrop {
  private static final int MOST_NAME_BYTES = 200;
  private static final int MOST_NUMBER = 10_000;

  private final Home home;

  public InboxDrop(Home home) {
    this.home = home;
  }

  /**
   * @param source code of who sends it; empty for the inbox itself
   * @return where it lies now, below the inbox
   * @throws UserError if the name cannot be that of a file to load, or there is no such source
   */
  public Path drop(Upload upload, String source) throws IOException {
    String name = nameOf(upload.fileName());
    Path folder = Files.createDirectories(folderOf(source));
    // Names that begin with a dot are left alone by the inbox.
    Path arriving = Files.createTempFile(folder, ".upload-", ".tmp");
    try {
      Files.copy(upload.content(), arriving, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
      return home.inbox().relativize(placed(arriving, folder, name));
    } finally {
      Files.deleteIfExists(arriving);
    }
  }

  /** Never over a file that waits there: two clerks may send the same name. */
  private static Path placed(Path arriving, Path folder, String name) throws IOException {
    int dot = name.lastIndexOf('.') > 0 ? name.lastIndexOf('.') : name.length();
    for (int number = 1; number < MOST_NUMBER; number++) {
      String next =
          number == 1 ? name : name.substring(0, dot) + " (" + number + ")" + name.substring(dot);
      Path target = folder.resolve(next);
      try {
        Files.createLink(target, arriving);
        return target;
      } catch (FileAlreadyExistsException e) {
        // The next number, then.
      } catch (UnsupportedOperationException e) {
        if (!Files.exists(target)) {
          return Files.move(arriving, target);
        }
      }
    }
    throw new IOException("too many files named " + name + " wait in " + folder);
  }

  private Path folderOf(String source) {
    if (source.isEmpty()) {
      return home.inbox();
    }
    Optional<Source> known = Sources.read(home.sources()).find(source);
    return home.inbox()
        .resolve(known.orElseThrow(() -> new UserError("request.source.unknown", source)).folder());
  }

  /** The name without any folder, without control and direction characters. */
  public static String nameOf(String sent) {
    String last = sent.substring(Math.max(sent.lastIndexOf('/'), sent.lastIndexOf('\\')) + 1);
    String name =
        ShownText.wellFormed(last)
            .replaceAll("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}\uFFFD:*?\"<>|]", "")
            .replaceFirst("[. ]+$", "")
            .strip();
    if (name.isEmpty()
        || IgnoredNames.contains(name)
        || name.getBytes(StandardCharsets.UTF_8).length > MOST_NAME_BYTES) {
      throw new UserError("request.file.name", name);
    }
    return name;
  }
}
