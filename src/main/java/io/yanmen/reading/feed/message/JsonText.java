package io.yanmen.reading.feed.message;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import io.yanmen.model.outcome.UnreadableFileException;
import io.yanmen.model.table.Cell;
import io.yanmen.model.table.CellKind;
import io.yanmen.model.table.Style;
import java.io.CharConversionException;
import java.io.IOException;
import java.nio.file.Path;

/**
 * JSON read token by token: UTF-8, or UTF-16 and UTF-32 as RFC 4627 tells them apart. Refuses what
 * is no JSON (NaN among it), is cut short or goes on after its end, and nesting and tokens without
 * bounds.
 */
public final class JsonText {
  private static final int DEEPEST = 60;
  private static final int LONGEST_NUMBER = 400;
  private static final int LONGEST_STRING = 1 << 20;
  private static final int LONGEST_FIGURE = 250;

  private final JsonFactory factory =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(DEEPEST)
                  .maxNumberLength(LONGEST_NUMBER)
                  .maxStringLength(LONGEST_STRING)
                  .maxNameLength(LONGEST_STRING / 16)
                  .build())
          .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
          .build();

  /** Reads a value of JSON. */
  @FunctionalInterface
  public interface ParseStep {
    void read(JsonParser json) throws IOException, UnreadableFileException;
  }

  /** Lets the work read the root value, whose first token is current. */
  public void read(Path content, ParseStep work) throws IOException, UnreadableFileException {
    read(content, true, work);
  }

  /** Lets the work read as far as it wants. */
  public void peek(Path content, ParseStep work) throws IOException, UnreadableFileException {
    read(content, false, work);
  }

  private void read(Path content, boolean toTheEnd, ParseStep work)
      throws IOException, UnreadableFileException {
    try (JsonParser json = factory.createParser(content.toFile())) {
      if (json.nextToken() == null) {
        throw FeedRefusal.empty();
      }
      work.read(json);
      if (toTheEnd && json.nextToken() != null) {
        throw damagedAt(json, "JSON 结束后还有内容", "something follows the end of the JSON");
      }
    } catch (StreamConstraintsException e) {
      throw FeedRefusal.damaged(
          "嵌套过深，或有过长的数字、文字、名称", "nested too deep, or a number, text or name without bounds");
    } catch (JsonEOFException e) {
      throw FeedRefusal.damaged("JSON 没有传完", "the JSON is cut short");
    } catch (JsonParseException e) {
      if (String.valueOf(e.getOriginalMessage()).startsWith("Invalid UTF-8")) {
        throw FeedRefusal.unknownEncoding(Math.max(0, e.getLocation().getByteOffset()));
      }
      throw FeedRefusal.damaged(
          "第 " + e.getLocation().getLineNr() + " 行不是合法的 JSON",
          "line " + e.getLocation().getLineNr() + " is no JSON");
    } catch (JsonProcessingException e) {
      throw FeedRefusal.damaged("不是合法的 JSON", "no JSON");
    } catch (CharConversionException e) {
      throw FeedRefusal.unknownEncoding(0);
    }
  }

  public static UnreadableFileException damagedAt(JsonParser json, String zh, String en) {
    int line = json.currentLocation().getLineNr();
    return FeedRefusal.damaged(zh + "，第 " + line + " 行", en + ", line " + line);
  }

  /** Moves to the next member of the present object, its value's first token current. */
  public static boolean nextMember(JsonParser json) throws IOException {
    if (json.nextToken() == JsonToken.END_OBJECT) {
      return false;
    }
    json.nextToken();
    return true;
  }

  /** Moves to the next element of the present array. */
  public static boolean nextElement(JsonParser json) throws IOException {
    return json.nextToken() != JsonToken.END_ARRAY;
  }

  public static boolean isObject(JsonParser json) {
    return json.currentToken() == JsonToken.START_OBJECT;
  }

  public static boolean isArray(JsonParser json) {
    return json.currentToken() == JsonToken.START_ARRAY;
  }

  public static void expectObject(JsonParser json, String what) throws UnreadableFileException {
    if (!isObject(json)) {
      throw damagedAt(json, what + " 应为对象", what + " is no object");
    }
  }

  public static void expectArray(JsonParser json, String what) throws UnreadableFileException {
    if (!isArray(json)) {
      throw damagedAt(json, what + " 应为数组", what + " is no array");
    }
  }

  /** The text of a scalar as it stands; empty for null, and for whole objects and arrays. */
  public static String scalar(JsonParser json) throws IOException {
    JsonToken token = json.currentToken();
    if (token == JsonToken.START_OBJECT || token == JsonToken.START_ARRAY) {
      json.skipChildren();
      return "";
    }
    return token == JsonToken.VALUE_NULL ? "" : json.getText();
  }

  /** The figure that a scalar is; refuses objects and arrays, which are none. */
  public static Cell figure(JsonParser json) throws IOException, UnreadableFileException {
    return switch (json.currentToken()) {
      case VALUE_NULL -> Cell.EMPTY;
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> FeedNumberText.cell(json.getText());
      case VALUE_STRING -> textInPlaceOfFigure(json.getText());
      case VALUE_TRUE, VALUE_FALSE -> new Cell(CellKind.BOOLEAN, json.getText(), Style.PLAIN);
      default -> throw damagedAt(json, "数值应为数字", "a figure is no number");
    };
  }

  /** No more is kept of it than a refusal shows: whole series of such texts are held at once. */
  private static Cell textInPlaceOfFigure(String text) {
    if (text.length() <= LONGEST_FIGURE) {
      return text.isBlank() ? Cell.EMPTY : Cell.text(text);
    }
    String stripped = text.strip();
    return Cell.text(
        stripped.length() <= LONGEST_FIGURE ? stripped : stripped.substring(0, LONGEST_FIGURE));
  }

  /** A whole number not below zero, as an index is. */
  public static int index(JsonParser json, String what)
      throws IOException, UnreadableFileException {
    if (json.currentToken() != JsonToken.VALUE_NUMBER_INT) {
      throw damagedAt(json, what + " 应为整数", what + " is no whole number");
    }
    return index(json.getText(), what);
  }

  public static int index(String text, String what) throws UnreadableFileException {
    if (!text.matches("\\d{1,9}")) {
      throw FeedRefusal.damaged(what + " 不是序号：" + cut(text), what + " is no index: " + cut(text));
    }
    return Integer.parseInt(text);
  }

  private static String cut(String text) {
    return text.length() <= 40 ? text : text.substring(0, 40) + "…";
  }
}
