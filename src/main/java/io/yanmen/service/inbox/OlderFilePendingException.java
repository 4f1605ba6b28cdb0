package io.yanmen.service.inbox;

import java.nio.file.Path;

/**
 * An older file of the same source could not be loaded just now, because of a trouble that passes,
 * and must not be loaded after this one: what it says would replace what corrects it.
 */
public final class OlderFilePendingException extends Exception {
  private static final long serialVersionUID = 1L;

  OlderFilePendingException(Path older) {
    super("it waits for " + older);
  }
}
