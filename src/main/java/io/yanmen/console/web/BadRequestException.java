package io.yanmen.console.web;

import io.yanmen.model.Language;

/** A request that asks for something that cannot be; says what, in both languages. */
public final class BadRequestException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String zh;
  private final String en;

  public BadRequestException(String zh, String en) {
    super(en);
    this.zh = zh;
    this.en = en;
  }

  public String in(Language language) {
    return language == Language.ZH ? zh : en;
  }
}
