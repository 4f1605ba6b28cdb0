package io.yanmen.warehouse.query.output;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.yanmen.model.text.JsonLayout;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.util.List;

/** Rows as an array of objects; values are numbers with all their digits. */
public final class JsonRows implements RowWriter {
  private final JsonGenerator json;
  private List<String> columns = List.of();

  public JsonRows(OutputStream out) throws IOException {
    this.json =
        new JsonFactory()
            .setCharacterEscapes(new JsonLayout())
            .createGenerator(out)
            .disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)
            .enable(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN);
    json.writeStartArray();
  }

  @Override
  public void header(List<String> names) {
    columns = names;
  }

  @Override
  public void row(List<String> values) throws IOException {
    json.writeStartObject();
    for (int i = 0; i < values.size(); i++) {
      if (RowWriter.isNumber(columns.get(i))) {
        json.writeNumberField(columns.get(i), new BigDecimal(values.get(i)));
      } else {
        json.writeStringField(columns.get(i), values.get(i));
      }
    }
    json.writeEndObject();
  }

  @Override
  public void close() throws IOException {
    json.writeEndArray();
    json.writeRaw('\n');
    json.close();
  }
}
