package io.yanmen.secret;

import io.yanmen.model.Language;
import java.nio.file.Path;

/** A file that should hold a secret and does not; the message never shows what it holds. */
public final class SecretFileException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String zh;
  private final String en;

  /**
   * @param setting what the file is for
   * @param zh what is wrong with it and what to do, after the file's name
   * @param en the same in English
   */
  SecretFileException(String setting, Path file, String zh, String en) {
    super("%s: 文件 %s %s / the file %s %s".formatted(setting, file, zh, file, en));
    this.zh = "%s：文件 %s %s".formatted(setting, file, zh);
    this.en = "%s: the file %s %s".formatted(setting, file, en);
  }

  private SecretFileException(String zh, String en) {
    super(zh + " / " + en);
    this.zh = zh;
    this.en = en;
  }

  /** A secret that is given both by itself and in a file: which of them is meant, nobody knows. */
  public static SecretFileException twice(String setting, String inFile) {
    return new SecretFileException(
        "%s 与 %s 只能设置其中一个，请去掉另一个".formatted(setting, inFile),
        "%s and %s are both set; take one of them away".formatted(setting, inFile));
  }

  public String in(Language language) {
    return language == Language.ZH ? zh : en;
  }
}
