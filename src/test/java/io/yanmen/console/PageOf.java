package io.yanmen.console;

import io.yanmen.catalog.CatalogFiles;
import io.yanmen.console.indicator.IndicatorsPage;
import io.yanmen.console.page.TemplateRenderer;
import io.yanmen.console.target.TargetsPage;
import io.yanmen.console.web.Handler;
import io.yanmen.console.web.Params;
import io.yanmen.console.web.Request;
import io.yanmen.console.web.Response;
import io.yanmen.console.web.User;
import io.yanmen.model.Language;
import io.yanmen.warehouse.Warehouse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

/** The HTML of a page on a warehouse, in Chinese. */
record PageOf(Warehouse warehouse) {
  String indicators(Map<String, List<String>> query) throws IOException, SQLException {
    return html(
        new IndicatorsPage(CatalogFiles.load(), warehouse.dataSource(), views())::show,
        "/indicators",
        query);
  }

  String targets(Map<String, List<String>> query) throws IOException, SQLException {
    return html(
        new TargetsPage(CatalogFiles.load(), warehouse.dataSource(), views())::show,
        "/targets",
        query);
  }

  private static TemplateRenderer views() {
    return ConsolePages.served().views("test");
  }

  private static String html(Handler page, String path, Map<String, List<String>> query)
      throws IOException, SQLException {
    Request request =
        new Request(
            "GET",
            path,
            new Params(query),
            Params.NONE,
            Params.NONE,
            List.of(),
            "",
            Language.ZH,
            "",
            User.NOBODY,
            "127.0.0.1");
    Response reply = page.answer(request);
    try (var in = reply.content().open()) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
