package io.yanmen.console.sdmx;

import io.yanmen.model.Language;
import io.yanmen.model.Period;
import io.yanmen.model.SeriesKey;
import io.yanmen.model.text.SheetText;
import io.yanmen.warehouse.query.FigureQuery;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * SDMX-CSV 1.0: the dataflow, the dimensions, the value, the attributes; one line an observation,
 * or a series where no observations are asked for.
 */
final class CsvAnswer implements DataAnswer {
  private final CSVPrinter csv;
  private final DataRequest request;
  private final Codes codes;
  private final Language language;
  private List<String> series = List.of();
  private String unit = "";

  CsvAnswer(OutputStream out, DataRequest request, Codes codes, Language language)
      throws IOException {
    this.csv =
        new CSVPrinter(new OutputStreamWriter(out, StandardCharsets.UTF_8), CSVFormat.RFC4180);
    this.request = request;
    this.codes = codes;
    this.language = language;
    List<String> header = new ArrayList<>(List.of("DATAFLOW"));
    Flow.DIMENSIONS.forEach(it -> header.add(titled(it)));
    header.add(titled(Flow.TIME));
    header.add(titled(Flow.VALUE));
    if (request.detail().hasAttributes()) {
      header.add(titled(Flow.UNIT));
      Flow.ATTRIBUTES.forEach(it -> header.add(titled(it)));
    }
    csv.printRecord(header);
  }

  private String titled(String component) {
    return request.form().labels()
        ? component + ": " + Components.name(component, language)
        : component;
  }

  private String coded(String component, String code) {
    return request.form().labels() && codes.isCoded(component)
        ? code + ": " + codes.name(component, code, language)
        : code;
  }

  @Override
  public void series(SeriesKey key, String unitOfSeries) throws IOException {
    List<String> values = new ArrayList<>(List.of(Flow.name()));
    List<String> parts = DataAnswer.codes(key);
    for (int i = 0; i < parts.size(); i++) {
      values.add(coded(Flow.DIMENSIONS.get(i), parts.get(i)));
    }
    series = values;
    unit = unitOfSeries;
    if (!request.detail().hasFigures()) {
      print("", "", List.of("", "", "", "", ""));
    }
  }

  @Override
  public void figure(FigureQuery.Figure figure) throws IOException {
    List<String> attributes = new ArrayList<>();
    List<String> values = DataAnswer.attributes(figure);
    for (int i = 0; i < values.size(); i++) {
      attributes.add(SheetText.inert(coded(Flow.ATTRIBUTES.get(i), values.get(i))));
    }
    print(time(figure.period()), DataAnswer.plain(figure.value()), attributes);
  }

  /** Normalized: by months, the finest there are, and the last of the period. */
  private String time(Period period) {
    return request.form().normalized()
        ? Period.month(period.end().getYear(), period.end().getMonthValue()).label()
        : period.label();
  }

  private void print(String time, String value, List<String> attributes) throws IOException {
    List<String> line = new ArrayList<>(series);
    line.add(time);
    line.add(value);
    if (request.detail().hasAttributes()) {
      line.add(unit);
      line.addAll(attributes);
    }
    csv.printRecord(line);
  }

  @Override
  public void finish() throws IOException {
    csv.flush();
  }
}
