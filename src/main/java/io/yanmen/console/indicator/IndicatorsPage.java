package io.yanmen.console.indicator;

import io.yanmen.catalog.Catalog;
import io.yanmen.console.page.Page;
import io.yanmen.console.page.PageLayout;
import io.yanmen.console.page.TemplateRenderer;
import io.yanmen.console.web.Request;
import io.yanmen.console.web.Response;
import io.yanmen.console.web.Router;
import io.yanmen.model.Indicator;
import io.yanmen.model.message.UserError;
import io.yanmen.warehouse.query.AvailableSeries;
import io.yanmen.warehouse.query.SeriesView;
import java.io.IOException;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/** One indicator, in one shape, of several areas over several periods: lines, places, a table. */
public final class IndicatorsPage implements Page {
  /** What a screen and a picture can still show. */
  private static final int MOST_MONTHS = 240;

  private final TemplateRenderer views;
  private final AreaChooser chooser;
  private final IndicatorData data;

  public IndicatorsPage(Catalog catalog, DataSource warehouse, TemplateRenderer views) {
    this.views = views;
    this.data = IndicatorData.of(catalog, warehouse);
    this.chooser = new AreaChooser(data.tree(), data.available());
  }

  @Override
  public void addTo(Router paths) {
    paths.get("/indicators", this::show);
  }

  public Response show(Request request) throws SQLException, IOException {
    AreaChooser.Choice place = chooser.choose(request);
    PageLayout frame = views.frame("indicators", request);
    Optional<String> asked = request.query().first("indicator");
    if (asked.isPresent() && !data.indicators().containsKey(asked.get())) {
      throw new UserError("request.indicator.unknown", asked.get());
    }
    Optional<AvailableSeries.Start> start = data.available().start(asked, place.areas());
    if (asked.isEmpty() && start.isEmpty()) {
      return views.page("indicators", frame, IndicatorView.empty(place));
    }
    Indicator indicator =
        data.indicators().get(asked.orElseGet(() -> start.map(it -> it.indicator()).orElse("")));
    if (indicator == null) {
      return views.page("indicators", frame, IndicatorView.empty(place));
    }
    List<SeriesView> shapes = data.available().shapes(indicator.code(), place.areas());
    Optional<SeriesView> shape =
        request
            .query()
            .first("shape")
            .flatMap(SeriesView::of)
            .filter(shapes::contains)
            .or(() -> start.map(AvailableSeries.Start::shape))
            .or(() -> shapes.stream().findFirst());
    Optional<LocalDate> newest =
        shape.isPresent()
            ? data.figures().newest(indicator.code(), shape.get(), place.areas())
            : Optional.empty();
    if (shape.isEmpty() || newest.isEmpty()) {
      return views.page(
          "indicators",
          frame,
          new IndicatorViewBuilder(data, place, indicator, shapes, frame).nothing());
    }
    LocalDate to = month(request, "to").orElse(newest.get());
    LocalDate from = month(request, "from").orElse(to.minusMonths(usual(shape.get())));
    if (from.isAfter(to) || from.plusMonths(MOST_MONTHS).isBefore(to)) {
      throw new UserError("request.span");
    }
    return views.page(
        "indicators",
        frame,
        new IndicatorViewBuilder(data, place, indicator, shapes, frame)
            .view(shape.get(), from, to, request.query().first("period")));
  }

  private static int usual(SeriesView shape) {
    return switch (shape.frequency()) {
      case M -> 23;
      case Q -> 45;
      case A -> 120;
    };
  }

  private static Optional<LocalDate> month(Request request, String name) {
    Optional<String> text = request.query().first(name);
    try {
      return text.map(it -> YearMonth.parse(it).atDay(1));
    } catch (DateTimeParseException e) {
      throw new UserError("request.month", name, text.orElse(""));
    }
  }
}
