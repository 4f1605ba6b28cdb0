package io.yanmen.service.backup.file;

import io.yanmen.model.Language;
import io.yanmen.model.message.Messages;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;

/**
 * What was to be backed up, or a backup itself, is not as it has to be; says what was found, what
 * was expected and what to do.
 */
public final class BackupRefusedException extends IOException {
  private static final long serialVersionUID = 1L;

  private final String key;
  private final transient List<String> arguments;

  /**
   * @param key of the text in {@link Messages}
   */
  public BackupRefusedException(String key, Object... arguments) {
    super(Messages.of(Language.EN).text(key, arguments));
    this.key = key;
    this.arguments = Stream.of(arguments).map(String::valueOf).toList();
  }

  /** A backup that is not as it was written, at an entry or a place in it. */
  static BackupRefusedException damaged(String where) {
    return new BackupRefusedException("backup.refused.damaged", where);
  }

  /** The same by what reading it failed with. */
  static BackupRefusedException damaged(Exception cause) {
    return cause instanceof BackupRefusedException refused
        ? refused
        : damaged(String.valueOf(cause.getMessage()));
  }

  public String in(Messages messages) {
    return messages.text(key, arguments.toArray());
  }
}
