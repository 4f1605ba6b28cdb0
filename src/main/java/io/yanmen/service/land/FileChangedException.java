package io.yanmen.service.land;

import java.io.IOException;
import java.nio.file.Path;

/** A file changed while it was being copied: somebody still writes it, so it must come again. */
public final class FileChangedException extends IOException {
  private static final long serialVersionUID = 1L;

  public FileChangedException(Path file) {
    super("the file changed while it was read: " + file);
  }
}
