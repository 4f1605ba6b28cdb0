package io.yanmen.console.page;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import io.yanmen.console.web.Reply;
import io.yanmen.console.web.Request;
import java.util.Map;

/** Turns what a page found into HTML. Everything from outside is escaped by the templates. */
public final class Views {
  private final TemplateEngine templates = TemplateEngine.createPrecompiled(ContentType.Html);
  private final Texts texts;
  private final String version;

  public Views(Texts texts, String version) {
    this.texts = texts;
    this.version = version;
  }

  public Texts texts() {
    return texts;
  }

  public Frame frame(String current, Request request) {
    return Frame.of(current, request, texts, version);
  }

  /**
   * @param template below {@code console/}
   * @param page what the template shows, its parameter {@code page}
   */
  public Reply page(String template, Frame frame, Object page) {
    StringOutput out = new StringOutput();
    templates.render("console/" + template + ".jte", Map.of("frame", frame, "page", page), out);
    return Reply.html(out.toString());
  }
}
