package io.yanmen.route;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Instant;

/** Makes an arrival of what a feed gave, so that from there it goes the way of every file. */
public final class FeedBodies {
  private final Path folder;
  private final Sources sources;
  private final Clock clock;

  public FeedBodies(Path folder, Sources sources, Clock clock) {
    this.folder = folder;
    this.sources = sources;
    this.clock = clock;
  }

  /**
   * @param fileName the name that the body is filed under; its ending says how it is read
   * @throws IllegalArgumentException if no source has this code
   */
  public Arrival arrival(InputStream body, String fileName, String sourceCode) throws IOException {
    Source source =
        sources
            .find(sourceCode)
            .orElseThrow(
                () ->
                    new IllegalArgumentException("no source of a feed has the code " + sourceCode));
    Path below = Files.createDirectories(folder.resolve(source.code()));
    Path draft = Files.createTempFile(below, ".", ".part");
    try {
      Files.copy(body, draft, StandardCopyOption.REPLACE_EXISTING);
      Path file = below.resolve(FiledName.of(fileName, 1));
      Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING);
      Instant now = clock.instant();
      return new Arrival(file, source.folder(), source, now, Arrival.Identity.of(file));
    } finally {
      Files.deleteIfExists(draft);
    }
  }
}
