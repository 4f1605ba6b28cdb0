package io.yanmen.command.inspect;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import io.yanmen.catalog.Catalog;
import io.yanmen.model.Observation;
import io.yanmen.model.SeriesKey;
import io.yanmen.model.outcome.Rejection;
import io.yanmen.model.text.JsonLayout;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.Map;

/** One JSON object, streamed: observations and rejections as they are found, each on its line. */
final class JsonFindings implements FindingWriter {
  private final JsonGenerator json;
  private final Map<String, String> units;

  JsonFindings(Writer out, Catalog catalog) {
    try {
      json =
          new JsonFactory()
              .setCharacterEscapes(new JsonLayout())
              .createGenerator(out)
              .configure(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN.mappedFeature(), true)
              .configure(StreamWriteFeature.AUTO_CLOSE_TARGET.mappedFeature(), false);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    units = CsvFindings.unitsOf(catalog);
  }

  private interface Writing {
    void run() throws IOException;
  }

  private static void write(Writing writing) {
    try {
      writing.run();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void begin(String fileName) {
    write(
        () -> {
          json.writeStartObject();
          json.writeStringField("file", fileName);
          json.writeFieldName("findings");
          json.writeStartArray();
        });
  }

  @Override
  public void observation(Observation it) {
    write(
        () -> {
          SeriesKey series = it.series();
          json.writeRaw('\n');
          json.writeStartObject();
          json.writeStringField("kind", "observation");
          json.writeStringField("area_code", series.areaCode());
          json.writeStringField("indicator_code", series.indicatorCode());
          json.writeStringField("breakdown", series.breakdown());
          json.writeStringField("measure", series.measure().code());
          json.writeStringField("rank_in", series.rankIn());
          json.writeStringField("scenario", series.scenario().code());
          json.writeStringField("frequency", series.frequency().name());
          json.writeStringField("accumulation", series.accumulation().code());
          json.writeStringField("period_start", it.period().start().toString());
          json.writeNumberField("value", it.value());
          json.writeStringField(
              "unit", series.measure().unit(units.getOrDefault(series.indicatorCode(), "")));
          json.writeStringField("qualifier", it.qualifier().code());
          json.writeStringField("status", it.status().name());
          json.writeNumberField("table", it.tableNo());
          json.writeStringField("cell", it.cell().toString());
          json.writeStringField("value_as_written", it.valueAsWritten());
          json.writeStringField("unit_as_written", it.unitAsWritten());
          json.writeEndObject();
        });
  }

  @Override
  public void rejection(Rejection rejection) {
    write(
        () -> {
          json.writeRaw('\n');
          json.writeStartObject();
          json.writeStringField("kind", "rejection");
          json.writeStringField("code", rejection.code().name());
          json.writeNumberField("table", rejection.tableNo());
          json.writeStringField("cell", rejection.isOfFile() ? "" : rejection.cell().toString());
          json.writeStringField("raw", rejection.raw());
          json.writeArrayFieldStart("arguments");
          for (String argument : rejection.arguments()) {
            json.writeString(argument);
          }
          json.writeEndArray();
          json.writeEndObject();
        });
  }

  @Override
  public void end() {
    write(
        () -> {
          json.writeEndArray();
          json.writeEndObject();
          json.writeRaw('\n');
          json.flush();
        });
  }
}
