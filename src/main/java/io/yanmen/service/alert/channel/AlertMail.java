package io.yanmen.service.alert.channel;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import io.yanmen.service.alert.AlertMessage;

/** A message as HTML for mail programs, in its own language first and then in the other. */
public final class AlertMail {
  private AlertMail() {}

  public static String html(AlertMessage message) {
    StringOutput html = new StringOutput();
    TemplateEngine.createPrecompiled(ContentType.Html).render("alert.jte", message, html);
    return html.toString();
  }
}
