package io.yanmen.reading.feed.other;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.yanmen.model.outcome.Note;
import io.yanmen.model.outcome.UnreadableFileException;
import io.yanmen.model.table.Cell;
import io.yanmen.model.table.CellAddress;
import io.yanmen.reading.feed.message.ComponentValue;
import io.yanmen.reading.feed.message.FeedLimits;
import io.yanmen.reading.feed.message.FeedRefusal;
import io.yanmen.reading.feed.message.FeedValue;
import io.yanmen.reading.feed.message.FeedValueSink;
import io.yanmen.reading.feed.message.JsonText;
import io.yanmen.reading.feed.message.NoteSink;
import io.yanmen.reading.feed.message.PublisherErrors;
import io.yanmen.reading.feed.message.SeriesText;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads an answer of the World Bank's API, version 2: what page it is, then rows. Dimensions are
 * {@code indicator} and {@code country}; a figure's address is their codes joined by a dot, and as
 * row its place on the page, from 0.
 */
public final class WorldBankReader {
  private final JsonText text = new JsonText();
  private final NoteSink notes;

  public WorldBankReader(NoteSink notes) {
    this.notes = notes;
  }

  public void read(Path content, FeedValueSink sink) throws IOException, UnreadableFileException {
    text.read(content, json -> answer(json, sink));
  }

  private void answer(JsonParser json, FeedValueSink sink)
      throws IOException, UnreadableFileException {
    JsonText.expectArray(json, "World Bank JSON");
    if (!JsonText.nextElement(json)) {
      throw FeedRefusal.empty();
    }
    page(json);
    if (!JsonText.nextElement(json)) {
      throw FeedRefusal.damaged("没有数据行", "there are no rows");
    }
    if (json.currentToken() != JsonToken.VALUE_NULL) {
      JsonText.expectArray(json, "rows");
      for (int row = 0; JsonText.nextElement(json); row++) {
        row(json, row, sink);
      }
    }
    if (JsonText.nextElement(json)) {
      throw JsonText.damagedAt(json, "数据行之后还有内容", "something follows the rows");
    }
  }

  private void page(JsonParser json) throws IOException, UnreadableFileException {
    JsonText.expectObject(json, "page");
    String page = "1";
    String pages = "1";
    while (JsonText.nextMember(json)) {
      switch (json.currentName()) {
        case "page" -> page = JsonText.scalar(json);
        case "pages" -> pages = JsonText.scalar(json);
        case "message" -> throw FeedRefusal.publisherError(PublisherErrors.of(json));
        default -> json.skipChildren();
      }
    }
    if (!pages.equals("1") && !pages.equals("0")) {
      notes.note(new Note("FEED_PAGE", List.of(page, pages)));
    }
  }

  private void row(JsonParser json, int row, FeedValueSink sink)
      throws IOException, UnreadableFileException {
    JsonText.expectObject(json, "row");
    Cell cell = Cell.EMPTY;
    List<ComponentValue> codings = new ArrayList<>(4);
    while (JsonText.nextMember(json)) {
      String name = json.currentName();
      switch (name) {
        case "indicator", "country" -> codings.add(dimension(name, json));
        case "date" ->
            codings.add(ComponentValue.of(ComponentValue.ComponentRole.TIME, name, code(json)));
        case "value" -> cell = JsonText.figure(json);
        case "unit" -> {
          String unit = code(json);
          if (!unit.isBlank()) {
            codings.add(new ComponentValue(name, ComponentValue.ComponentRole.UNIT, "", unit));
          }
        }
        case "obs_status" -> {
          String status = code(json);
          if (!status.isBlank()) {
            codings.add(ComponentValue.of(ComponentValue.ComponentRole.STATUS, name, status));
          }
        }
        default -> json.skipChildren();
      }
    }
    sink.value(new FeedValue(1, new CellAddress(SeriesText.of(codings), row, 0), cell, codings));
  }

  private static String code(JsonParser json) throws IOException, UnreadableFileException {
    return new FeedLimits().code(JsonText.scalar(json));
  }

  private static ComponentValue dimension(String name, JsonParser json)
      throws IOException, UnreadableFileException {
    JsonText.expectObject(json, name);
    String id = "";
    String label = "";
    FeedLimits limits = new FeedLimits();
    while (JsonText.nextMember(json)) {
      switch (json.currentName()) {
        case "id" -> id = limits.code(JsonText.scalar(json));
        case "value" -> label = limits.label(JsonText.scalar(json));
        default -> json.skipChildren();
      }
    }
    return new ComponentValue(name, ComponentValue.ComponentRole.DIMENSION, id, label);
  }
}
