package io.yanmen.console.today;

import io.yanmen.console.page.PageLayout;
import io.yanmen.console.web.ConsoleParts;
import io.yanmen.model.message.Messages;
import io.yanmen.model.text.ShownText;
import io.yanmen.service.calendar.ReportingCalendar;
import io.yanmen.service.held.HeldLoads;
import io.yanmen.service.inbox.WaitingList;
import io.yanmen.service.schedule.RouteStates;
import io.yanmen.warehouse.history.LoadList;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Finds what is not as it should be: what failed and why, what waits for whom, what is late. */
final class OpenIssues {
  private static final int MOST_OF_A_KIND = 5;
  private static final int LONGEST = 240;

  private final HeldLoads held;
  private final WaitingList waiting;
  private final RouteStates routes;
  private final ReportingCalendar calendar;

  OpenIssues(ConsoleParts parts) {
    this.held = new HeldLoads(parts.warehouse());
    this.waiting = new WaitingList(parts.home().waiting(), parts.clock());
    this.routes = new RouteStates(parts.warehouse());
    this.calendar = new ReportingCalendar(parts.warehouse());
  }

  /**
   * @param loads those of the day
   */
  List<OpenIssue> all(Messages messages, List<LoadList.ListedLoad> loads)
      throws SQLException, IOException {
    List<OpenIssue> matters = new ArrayList<>();
    waiting(messages, matters);
    routes(messages, matters);
    held(messages, matters);
    late(messages, matters);
    refused(messages, loads, matters);
    return matters;
  }

  private void waiting(Messages messages, List<OpenIssue> matters) throws IOException {
    List<String> names = waiting.names();
    if (!names.isEmpty()) {
      matters.add(
          new OpenIssue(
              "bad",
              messages.text("today.matter.waiting", names.size()),
              some(messages, names),
              Optional.of("/loads")));
    }
  }

  private void routes(Messages messages, List<OpenIssue> matters) throws SQLException {
    for (RouteStates.ListedRoute it : routes.all()) {
      Optional<RouteStates.Run> failed = it.lastRun().filter(RouteStates.Run::troubled);
      Optional<String> page = Optional.of("/routes/" + PageLayout.encoded(it.route()));
      if (failed.isPresent()) {
        matters.add(
            new OpenIssue(
                "bad",
                messages.text("today.matter.failed", it.route()),
                ShownText.line(failed.get().message(), LONGEST),
                page));
      } else if (it.state().equals("Suspended")) {
        matters.add(
            new OpenIssue("held", messages.text("today.matter.paused", it.route()), "", page));
      }
    }
  }

  private void held(Messages messages, List<OpenIssue> matters) throws SQLException {
    List<HeldLoads.HeldLoad> all = held.all();
    for (HeldLoads.HeldLoad it : all.stream().limit(MOST_OF_A_KIND).toList()) {
      matters.add(
          new OpenIssue(
              "held",
              messages.text("today.matter.held", ShownText.line(it.fileName())),
              it.reasons().stream()
                  .map(
                      why ->
                          messages.language() == io.yanmen.model.Language.ZH ? why.zh() : why.en())
                  .findFirst()
                  .map(why -> ShownText.line(why, LONGEST))
                  .orElse(""),
              Optional.of("/loads/" + it.load())));
    }
    more(messages, matters, all.size(), "held", "/loads?status=held");
  }

  private void late(Messages messages, List<OpenIssue> matters) throws SQLException {
    Map<String, List<ReportingCalendar.Missing>> sources = new TreeMap<>();
    for (ReportingCalendar.Missing it : calendar.missing()) {
      sources.computeIfAbsent(it.source(), k -> new ArrayList<>()).add(it);
    }
    sources.forEach(
        (source, periods) -> {
          ReportingCalendar.Missing newest = periods.get(0);
          matters.add(
              new OpenIssue(
                  "warn",
                  messages.text(
                      "today.matter.late", newest.sourceName(), newest.period(), newest.areas()),
                  periods.size() > 1
                      ? messages.text("today.matter.late.earlier", periods.size() - 1)
                      : "",
                  Optional.of("/calendar?source=" + PageLayout.encoded(source))));
        });
  }

  private void refused(
      Messages messages, List<LoadList.ListedLoad> loads, List<OpenIssue> matters) {
    List<LoadList.ListedLoad> rejected =
        loads.stream()
            .filter(it -> it.status().equals("rejected") || it.status().equals("failed"))
            .toList();
    for (LoadList.ListedLoad it : rejected.stream().limit(MOST_OF_A_KIND).toList()) {
      matters.add(
          new OpenIssue(
              "bad",
              messages.text("today.matter.rejected", ShownText.line(it.fileName())),
              messages.text("today.matter.rejected.why", it.rejected()),
              Optional.of("/loads/" + it.id())));
    }
    more(messages, matters, rejected.size(), "bad", "/loads?status=rejected");
    long partly = loads.stream().filter(it -> it.status().equals("partly_loaded")).count();
    if (partly > 0) {
      matters.add(
          new OpenIssue(
              "warn",
              messages.text("today.matter.partly", partly),
              "",
              Optional.of("/loads?status=partly_loaded")));
    }
  }

  private static void more(
      Messages messages, List<OpenIssue> matters, int all, String weight, String href) {
    if (all > MOST_OF_A_KIND) {
      matters.add(
          new OpenIssue(
              weight,
              messages.text("today.matter.more", all - MOST_OF_A_KIND),
              "",
              Optional.of(href)));
    }
  }

  private static String some(Messages messages, List<String> names) {
    String first =
        String.join(
            messages.comma(), names.stream().limit(MOST_OF_A_KIND).map(ShownText::line).toList());
    return names.size() <= MOST_OF_A_KIND
        ? first
        : first + messages.text("today.matter.and", names.size() - MOST_OF_A_KIND);
  }
}
