package io.yanmen.console;

import io.yanmen.console.figure.FigurePage;
import io.yanmen.console.indicator.IndicatorsPage;
import io.yanmen.console.load.LoadActions;
import io.yanmen.console.load.LoadPage;
import io.yanmen.console.load.LoadsPage;
import io.yanmen.console.page.MessagePages;
import io.yanmen.console.page.PageMessages;
import io.yanmen.console.page.TemplateRenderer;
import io.yanmen.console.route.AuditPage;
import io.yanmen.console.route.CalendarPage;
import io.yanmen.console.route.RoutesPage;
import io.yanmen.console.target.TargetsPage;
import io.yanmen.console.today.TodayPage;
import io.yanmen.console.trial.TryPage;
import io.yanmen.console.web.ConsoleParts;
import io.yanmen.console.web.LiveContext;
import io.yanmen.console.web.Router;
import java.util.List;
import java.util.stream.Stream;

/** The pages of the console. To serve another one, add it to {@link #served}. */
public final class ConsolePages {
  /** Texts that belong to no page. */
  private static final String FRAME = "frame";

  private final List<ConsolePage> pages;

  private ConsolePages(List<ConsolePage> pages) {
    this.pages = List.copyOf(pages);
  }

  /** All that ship; those of the menu in its order. */
  public static ConsolePages served() {
    return new ConsolePages(
        List.of(
            ConsolePage.ofMenu("today", it -> new TodayPage(it.parts(), it.views())),
            ConsolePage.ofMenu("routes", it -> new RoutesPage(it.parts(), it.views(), it.live())),
            ConsolePage.ofMenu("loads", it -> new LoadsPage(it.parts(), it.views())),
            ConsolePage.behind("loads", it -> new LoadActions(it.parts(), it.plain())),
            ConsolePage.behind("loads", it -> new LoadPage(it.parts(), it.views(), it.plain())),
            ConsolePage.behind("loads", it -> new TryPage(it.parts(), it.views())),
            ConsolePage.ofMenu("calendar", it -> new CalendarPage(it.parts(), it.views())),
            ConsolePage.ofMenu(
                "indicators",
                it -> new IndicatorsPage(it.parts().catalog(), it.parts().warehouse(), it.views())),
            ConsolePage.ofMenu(
                "targets",
                it -> new TargetsPage(it.parts().catalog(), it.parts().warehouse(), it.views())),
            ConsolePage.behind("figure", it -> new FigurePage(it.parts(), it.views(), it.plain())),
            ConsolePage.behind(FRAME, it -> new AuditPage(it.parts(), it.views())),
            ConsolePage.behind(FRAME, it -> paths -> paths.get("/login", it.plain()::login))));
  }

  /** These and one more. */
  public ConsolePages and(ConsolePage another) {
    return new ConsolePages(Stream.concat(pages.stream(), Stream.of(another)).toList());
  }

  /** What they say. */
  public PageMessages messages() {
    return new PageMessages(
        Stream.concat(Stream.of(FRAME), pages.stream().map(ConsolePage::texts))
            .distinct()
            .toList());
  }

  /**
   * What makes HTML of them.
   *
   * @param version part of the addresses of scripts and styles
   */
  public TemplateRenderer views(String version) {
    List<String> menu = pages.stream().filter(ConsolePage::inMenu).map(ConsolePage::texts).toList();
    return new TemplateRenderer(messages(), menu, version);
  }

  /** Which of them answers which path. */
  public Router paths(ConsoleParts parts, TemplateRenderer views, LiveContext live) {
    PageParts each = new PageParts(parts, views, new MessagePages(views), live);
    Router paths = new Router();
    pages.forEach(it -> it.maker().apply(each).addTo(paths));
    return paths;
  }
}
