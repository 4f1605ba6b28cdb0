package io.yanmen.command.option;

/** The command line cannot be carried out as written (no such file); says so in both languages. */
public final class UsageException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String zh;
  private final String en;

  public UsageException(String zh, String en) {
    super(en);
    this.zh = zh;
    this.en = en;
  }

  public String in(io.yanmen.model.Language language) {
    return switch (language) {
      case ZH -> zh;
      case EN -> en;
    };
  }
}
