package io.yanmen.console.sdmx;

import io.yanmen.console.web.Request;
import io.yanmen.console.web.Response;
import io.yanmen.model.Language;
import io.yanmen.model.message.Messages;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Errors as SDMX-ML 2.1 says them, with the codes of the standard. */
public final class SdmxErrors {
  private SdmxErrors() {}

  /**
   * @param status of HTTP
   */
  public static Response of(int status, String detail, Request request) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (Xml xml = new Xml(out)) {
      xml.start("mes:Error", "xmlns:mes", Xml.MESSAGE, "xmlns:com", Xml.COMMON)
          .start("mes:ErrorMessage", "code", code(status))
          .text(
              "com:Text",
              detail.isEmpty() ? usual(status, request.language()) : detail,
              "xml:lang",
              request.language() == Language.ZH ? "zh" : "en")
          .end()
          .end();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Response.of(status, "application/xml; charset=utf-8", out.toByteArray());
  }

  static Response of(SdmxRefusal refusal, Request request) {
    return of(refusal.status(), refusal.in(request.language()), request);
  }

  /** Section 4.8 of the guidelines; those from 1000 on are ours. */
  private static String code(int status) {
    return switch (status) {
      case 400 -> "140";
      case 401 -> "110";
      case 403 -> "150";
      case 404 -> "100";
      case 406 -> "1006";
      case 413 -> "510";
      case 501 -> "501";
      case 503 -> "503";
      default -> "500";
    };
  }

  private static String usual(int status, Language language) {
    Messages messages = Messages.of(language);
    return switch (status) {
      case 404 -> messages.text("sdmx.error.none");
      case 503 -> messages.text("sdmx.error.warehouse");
      default -> messages.text("sdmx.error");
    };
  }
}
