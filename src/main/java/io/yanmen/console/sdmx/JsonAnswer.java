package io.yanmen.console.sdmx;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.yanmen.model.Language;
import io.yanmen.model.Period;
import io.yanmen.model.SeriesKey;
import io.yanmen.model.message.Messages;
import io.yanmen.warehouse.query.FigureQuery;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * SDMX-JSON data message 1.0. Values of dimensions and attributes are numbers of lists, which stand
 * behind the data since they are known only then.
 */
final class JsonAnswer implements DataAnswer {
  private final JsonGenerator json;
  private final DataRequest request;
  private final Codes codes;
  private final Language language;
  private final Map<String, Map<String, Integer>> seen = new LinkedHashMap<>();
  private final Map<String, Period> periods = new LinkedHashMap<>();
  private String series = "";
  private String unit = "";
  private boolean open;

  JsonAnswer(
      OutputStream out, DataRequest request, Codes codes, Language language, Instant prepared)
      throws IOException {
    this.json =
        new JsonFactory()
            .createGenerator(out)
            .disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)
            .enable(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN);
    this.request = request;
    this.codes = codes;
    this.language = language;
    json.writeStartObject();
    json.writeObjectFieldStart("meta");
    json.writeStringField("id", Message.id(prepared));
    json.writeBooleanField("test", false);
    json.writeStringField("prepared", prepared.toString());
    json.writeArrayFieldStart("content-language");
    json.writeString(language == Language.ZH ? "zh" : "en");
    json.writeEndArray();
    json.writeObjectFieldStart("sender");
    json.writeStringField("id", Flow.AGENCY);
    json.writeEndObject();
    json.writeEndObject();
    json.writeObjectFieldStart("data");
    json.writeArrayFieldStart("dataSets");
    json.writeStartObject();
    json.writeStringField("action", "Information");
    json.writeObjectFieldStart(request.flat() ? "observations" : "series");
  }

  private int number(String component, String value) {
    Map<String, Integer> values = seen.computeIfAbsent(component, k -> new LinkedHashMap<>());
    Integer known = values.get(value);
    if (known == null) {
      known = values.size();
      values.put(value, known);
    }
    return known;
  }

  @Override
  public void series(SeriesKey key, String unitOfSeries) throws IOException {
    endSeries();
    StringBuilder numbers = new StringBuilder();
    List<String> parts = DataAnswer.codes(key);
    for (int i = 0; i < parts.size(); i++) {
      numbers.append(i == 0 ? "" : ":").append(number(Flow.DIMENSIONS.get(i), parts.get(i)));
    }
    series = numbers.toString();
    unit = unitOfSeries;
    if (!request.flat()) {
      json.writeObjectFieldStart(series);
      open = true;
      if (request.detail().hasAttributes()) {
        json.writeArrayFieldStart("attributes");
        json.writeNumber(number(Flow.UNIT, unit));
        json.writeEndArray();
      }
      if (request.detail().hasFigures()) {
        json.writeObjectFieldStart("observations");
      }
    }
  }

  private void endSeries() throws IOException {
    if (open) {
      if (request.detail().hasFigures()) {
        json.writeEndObject();
      }
      json.writeEndObject();
      open = false;
    }
  }

  @Override
  public void figure(FigureQuery.Figure figure) throws IOException {
    String label = figure.period().label();
    periods.putIfAbsent(label, figure.period());
    int time = number(Flow.TIME, label);
    json.writeArrayFieldStart(request.flat() ? series + ":" + time : Integer.toString(time));
    json.writeNumber(new java.math.BigDecimal(DataAnswer.plain(figure.value())));
    if (request.detail().hasAttributes()) {
      if (request.flat()) {
        json.writeNumber(number(Flow.UNIT, unit));
      }
      List<String> values = DataAnswer.attributes(figure);
      for (int i = 0; i < values.size(); i++) {
        json.writeNumber(number(Flow.ATTRIBUTES.get(i), values.get(i)));
      }
    }
    json.writeEndArray();
  }

  @Override
  public void finish() throws IOException {
    endSeries();
    json.writeEndObject();
    json.writeEndObject();
    json.writeEndArray();
    json.writeObjectFieldStart("structure");
    json.writeStringField("name", Messages.of(language).text("sdmx.name"));
    json.writeObjectFieldStart("dimensions");
    components("dataSet", List.of());
    components("series", request.flat() ? List.of() : Flow.DIMENSIONS);
    List<String> time = new ArrayList<>(request.flat() ? Flow.DIMENSIONS : List.of());
    time.add(Flow.TIME);
    components("observation", time);
    json.writeEndObject();
    json.writeObjectFieldStart("attributes");
    boolean told = request.detail().hasAttributes();
    components("dataSet", List.of());
    components("series", told && !request.flat() ? List.of(Flow.UNIT) : List.of());
    List<String> attributes = new ArrayList<>();
    if (told && request.detail().hasFigures()) {
      if (request.flat()) {
        attributes.add(Flow.UNIT);
      }
      attributes.addAll(Flow.ATTRIBUTES);
    }
    components("observation", attributes);
    json.writeEndObject();
    json.writeEndObject();
    json.writeEndObject();
    json.writeEndObject();
    json.close();
  }

  private void components(String level, List<String> ids) throws IOException {
    json.writeArrayFieldStart(level);
    for (String id : ids) {
      json.writeStartObject();
      json.writeStringField("id", id);
      json.writeStringField("name", Components.name(id, language));
      if (Flow.DIMENSIONS.contains(id)) {
        json.writeNumberField("keyPosition", Flow.DIMENSIONS.indexOf(id));
      } else if (id.equals(Flow.TIME)) {
        json.writeNumberField("keyPosition", Flow.DIMENSIONS.size());
        json.writeStringField("role", Flow.TIME);
      }
      json.writeArrayFieldStart("values");
      for (String value : seen.getOrDefault(id, Map.of()).keySet()) {
        value(id, value);
      }
      json.writeEndArray();
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void value(String id, String value) throws IOException {
    json.writeStartObject();
    Period period = periods.get(value);
    if (id.equals(Flow.TIME) && period != null) {
      json.writeStringField("id", value);
      json.writeStringField("name", value);
      json.writeStringField("start", period.start() + "T00:00:00Z");
      json.writeStringField("end", period.end() + "T23:59:59Z");
    } else if (codes.isCoded(id)) {
      json.writeStringField("id", value);
      json.writeStringField("name", codes.name(id, value, language));
    } else {
      json.writeStringField("name", value);
    }
    json.writeEndObject();
  }
}
