package io.yanmen.service.home;

import io.yanmen.service.land.DraftMaker;
import io.yanmen.service.land.FolderRemoval;
import java.io.IOException;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where this process keeps what it needs for a moment: below the home, since the folder of the
 * whole machine is shared with other users, and what one made there no other may write into. Made
 * by whoever first needs it, removed when the process is done; what one that was killed left, the
 * next service removes.
 */
public record TemporaryFolder(Path path) implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(TemporaryFolder.class);

  public static TemporaryFolder of(Home home) {
    return new TemporaryFolder(home.temporary().resolve(Long.toString(DraftMaker.own())));
  }

  /** What is left does no harm, so that nothing fails for it. */
  @Override
  public void close() {
    try {
      FolderRemoval.of(path);
    } catch (IOException e) {
      LOG.warn("{} could not be removed: {}", path, e.toString());
    }
  }
}
