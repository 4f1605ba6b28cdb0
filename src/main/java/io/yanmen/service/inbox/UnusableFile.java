package io.yanmen.service.inbox;

import io.yanmen.model.Language;
import io.yanmen.model.message.Messages;
import java.nio.file.Path;

/** Something in the inbox that is never taken. */
public record UnusableFile(Path file, UnusableReason kind) {
  /** Why; what to do about it is in the messages ({@code stray.…}). */
  public enum UnusableReason {
    /** A symbolic link: it would take a file, or a folder, from elsewhere. */
    LINK,
    /** A pipe, a socket or a device: it has no content of its own. */
    NO_FILE,
    /** A file or folder that the service has no right to read. */
    UNREADABLE,
    /** Its name is not in the encoding of the system, so that it cannot be opened by it. */
    UNKNOWN_NAME,
    /** Its name has a backslash, which would be taken for the end of a folder's name. */
    BACKSLASH,
    /** It has had the name of a file that is still being copied for a day. */
    UNFINISHED
  }

  /** Why it is not taken, and what to do. */
  public String reason(Language language) {
    return Messages.of(language).text("stray." + kind);
  }
}
