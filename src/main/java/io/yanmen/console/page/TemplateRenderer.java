package io.yanmen.console.page;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import io.yanmen.console.web.Request;
import io.yanmen.console.web.Response;
import java.util.List;
import java.util.Map;

/** Turns what a page found into HTML. Everything from outside is escaped by the templates. */
public final class TemplateRenderer {
  private final TemplateEngine templates = TemplateEngine.createPrecompiled(ContentType.Html);
  private final PageMessages texts;
  private final List<String> menu;
  private final String version;

  /**
   * @param menu names of the pages that the menu leads to
   */
  public TemplateRenderer(PageMessages texts, List<String> menu, String version) {
    this.texts = texts;
    this.menu = List.copyOf(menu);
    this.version = version;
  }

  public PageMessages texts() {
    return texts;
  }

  public PageLayout frame(String current, Request request) {
    return PageLayout.of(current, request, texts, menu, version);
  }

  /**
   * @param template below {@code console/}
   * @param page what the template shows, its parameter {@code page}
   */
  public Response page(String template, PageLayout frame, Object page) {
    StringOutput out = new StringOutput();
    templates.render("console/" + template + ".jte", Map.of("frame", frame, "page", page), out);
    return Response.html(out.toString());
  }
}
