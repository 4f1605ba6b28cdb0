package io.yanmen.secret;

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
   * @throws SecretFileException if there is no such file, or it is none that holds a secret
   */
  public static String read(String setting, Path file) {
    byte[] bytes = bytes(setting, file);
    if (bytes.length > MOST_BYTES) {
      throw new SecretFileException(
          setting,
          file,
          "大于 %d 字节，不像是密码文件；请检查路径".formatted(MOST_BYTES),
          "has more than %d bytes, which no password has; check the path".formatted(MOST_BYTES));
    }
    String text = text(setting, file, bytes).strip();
    if (text.isEmpty()) {
      throw new SecretFileException(
          setting, file, "是空的；请写入密码", "is empty; write the secret into it");
    }
    if (text.indexOf('\n') >= 0 || text.indexOf('\0') >= 0) {
      throw new SecretFileException(
          setting,
          file,
          "不止一行；应只含密码一行",
          "has more than one line; one line with the secret is expected");
    }
    warnIfOpen(setting, file);
    return text;
  }

  private static byte[] bytes(String setting, Path file) {
    if (Files.isDirectory(file)) {
      throw new SecretFileException(
          setting, file, "是一个文件夹；应为一个文件", "is a folder; a file is expected");
    }
    try (InputStream in = Files.newInputStream(file)) {
      return in.readNBytes(MOST_BYTES + 1);
    } catch (NoSuchFileException e) {
      throw new SecretFileException(setting, file, "不存在；请检查路径", "does not exist; check the path");
    } catch (AccessDeniedException e) {
      throw new SecretFileException(
          setting,
          file,
          "不允许本程序的用户读取；请把文件归该用户所有（chown），权限设为 600",
          "may not be read by the user that this program runs as; give the file to that user"
              + " (chown), with mode 600");
    } catch (IOException e) {
      throw new SecretFileException(
          setting, file, "无法读取（%s）".formatted(e), "cannot be read (%s)".formatted(e));
    }
  }

  private static String text(String setting, Path file, byte[] bytes) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw new SecretFileException(setting, file, "不是 UTF-8 文本", "is no text in UTF-8");
    }
  }

  private static void warnIfOpen(String setting, Path file) {
    try {
      if (Files.getPosixFilePermissions(file).contains(PosixFilePermission.OTHERS_READ)) {
        LOG.warn(
            "{}: 文件 {} 可被本机所有用户读取，请 chmod 600 / every user of this machine can read the file {};"
                + " chmod 600 it",
            setting,
            file,
            file);
      }
    } catch (IOException | UnsupportedOperationException e) {
      LOG.debug("Who may read {} cannot be told: {}", file, e.toString());
    }
  }
}
