package io.yanmen.secret;

import io.yanmen.model.message.Bilingual;
import io.yanmen.model.message.UserError;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A file that holds one secret, as container platforms and password managers give them: its text,
 * without blanks and line ends around it.
 */
public final class SecretFile {
  private static final Logger LOG = LoggerFactory.getLogger(SecretFile.class);

  /** Of a file, in bytes: far more than any password, far less than a wrong file of some size. */
  private static final int MOST_BYTES = 65_536;

  private SecretFile() {}

  /**
   * Reads it; warns in the log if every user of the machine can do so too.
   *
   * @param setting what the file is for, as its messages name it
   * @throws UserError if there is no such file, or it is none that holds a secret
   */
  public static String read(String setting, Path file) {
    byte[] bytes = bytes(setting, file);
    if (bytes.length > MOST_BYTES) {
      throw new UserError("secret.file.large", setting, file, MOST_BYTES);
    }
    String text = text(setting, file, bytes).strip();
    if (text.isEmpty()) {
      throw new UserError("secret.file.empty", setting, file);
    }
    if (text.indexOf('\n') >= 0 || text.indexOf('\0') >= 0) {
      throw new UserError("secret.file.lines", setting, file);
    }
    warnIfOpen(setting, file);
    return text;
  }

  private static byte[] bytes(String setting, Path file) {
    if (Files.isDirectory(file)) {
      throw new UserError("secret.file.folder", setting, file);
    }
    try (InputStream in = Files.newInputStream(file)) {
      return in.readNBytes(MOST_BYTES + 1);
    } catch (NoSuchFileException e) {
      throw new UserError("secret.file.missing", setting, file);
    } catch (AccessDeniedException e) {
      throw new UserError("secret.file.denied", setting, file);
    } catch (IOException e) {
      throw new UserError("secret.file.unreadable", setting, file, e);
    }
  }

  private static String text(String setting, Path file, byte[] bytes) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw new UserError("secret.file.encoding", setting, file);
    }
  }

  private static void warnIfOpen(String setting, Path file) {
    try {
      if (Files.getPosixFilePermissions(file).contains(PosixFilePermission.OTHERS_READ)) {
        LOG.warn(Bilingual.whole("secret.file.open", setting, file).both());
      }
    } catch (IOException | UnsupportedOperationException e) {
      LOG.debug("Who may read {} cannot be told: {}", file, e.toString());
    }
  }
}
