package io.yanmen.console;

import io.yanmen.catalog.Catalog;
import io.yanmen.console.page.MessagePages;
import io.yanmen.console.page.Page;
import io.yanmen.console.page.PageLayout;
import io.yanmen.console.page.TemplateRenderer;
import io.yanmen.console.web.Request;
import io.yanmen.console.web.Response;
import io.yanmen.console.web.Router;

/** The page that {@code docs/add-a-page.md} adds; it borrows a template that is there. */
final class UnitsPage implements Page {
  private final Catalog catalog;
  private final TemplateRenderer views;

  UnitsPage(Catalog catalog, TemplateRenderer views) {
    this.catalog = catalog;
    this.views = views;
  }

  @Override
  public void addTo(Router paths) {
    paths.get("/units", this::show);
  }

  private Response show(Request request) {
    PageLayout frame = views.frame("units", request);
    return views.page(
        "trouble",
        frame,
        new MessagePages.Trouble(
            200, frame.text("units.menu"), frame.text("units.lead", catalog.units().size()), ""));
  }
}
