package io.yanmen.console;

import io.yanmen.model.Language;

/** Why the console cannot be served, and what to do; in both languages. */
public final class ConsoleProblem extends Exception {
  private static final long serialVersionUID = 1L;

  private final String zh;

  public ConsoleProblem(String zh, String en) {
    super(en);
    this.zh = zh;
  }

  public String in(Language language) {
    return language == Language.ZH ? zh : String.valueOf(getMessage());
  }
}
