package io.yanmen.reading.feed;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.yanmen.model.outcome.UnreadableFileException;
import io.yanmen.reading.feed.message.FeedFormat;
import io.yanmen.reading.feed.message.FeedLimits;
import io.yanmen.reading.feed.message.FeedRefusal;
import io.yanmen.reading.feed.message.FeedXml;
import io.yanmen.reading.feed.message.JsonText;
import io.yanmen.reading.feed.sdmx.SdmxMlReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Tells the format of a feed by what stands at its beginning, or by its outer members. */
final class FormatSniffer {
  private static final int HEAD = 4096;

  private final JsonText text = new JsonText();

  /**
   * What a file looks like.
   *
   * @param label what people call it
   * @param format empty where it is no format of feeds
   */
  record Looks(String label, Optional<FeedFormat> format) {}

  /**
   * @throws UnreadableFileException if it is JSON or XML, and broken before its format can be told
   */
  Looks look(Path content) throws IOException, UnreadableFileException {
    String head = head(content);
    if (head.startsWith("{") || head.startsWith("[")) {
      return new Looks("JSON", json(content));
    }
    if (head.startsWith("<")) {
      return markup(content, head);
    }
    String first = head.lines().findFirst().orElse("").replace("\"", "");
    boolean sdmx =
        first.matches("(?s)DATAFLOW\\s*[,;\\t|].*")
            || first.matches("(?s)STRUCTURE(\\[.?])?[,;\\t|]STRUCTURE_ID.*");
    return new Looks("text", sdmx ? Optional.of(FeedFormat.SDMX_CSV) : Optional.empty());
  }

  /** What carries the content, by its first character. */
  FeedFormat.Family family(Path content) throws IOException {
    String head = head(content);
    if (head.startsWith("{") || head.startsWith("[")) {
      return FeedFormat.Family.JSON;
    }
    return head.startsWith("<") ? FeedFormat.Family.XML : FeedFormat.Family.TABLE;
  }

  /** The first characters without byte order mark and spaces, whatever the encoding. */
  private static String head(Path content) throws IOException {
    try (InputStream in = Files.newInputStream(content)) {
      String bytes = new String(in.readNBytes(HEAD), StandardCharsets.ISO_8859_1);
      return bytes.replace("\0", "").replaceFirst("^(ï»¿|ÿþ|þÿ)?\\s*", "");
    }
  }

  private static Looks markup(Path content, String head)
      throws IOException, UnreadableFileException {
    String lower = head.toLowerCase(Locale.ROOT);
    if (lower.startsWith("<!doctype html") || lower.startsWith("<html")) {
      return new Looks("HTML", Optional.empty());
    }
    if (!SdmxMlReader.isNamespace(head)) {
      return new Looks("XML", Optional.empty());
    }
    if (lower.contains("<!doctype")) {
      throw FeedRefusal.forbiddenXml();
    }
    try (FeedXml xml = new FeedXml(content)) {
      boolean sdmx = xml.nextElement() && SdmxMlReader.isNamespace(xml.namespace());
      return new Looks("XML", sdmx ? Optional.of(FeedFormat.SDMX_ML) : Optional.empty());
    }
  }

  private Optional<FeedFormat> json(Path content) throws IOException, UnreadableFileException {
    Set<FeedFormat> found = new HashSet<>();
    text.peek(
        content,
        json -> {
          if (json.currentToken() == JsonToken.START_ARRAY) {
            array(json).ifPresent(found::add);
          } else {
            object(json).ifPresent(found::add);
          }
        });
    return found.stream().findFirst();
  }

  /** The World Bank answers with what page it is, or with a message, before the rows. */
  private static Optional<FeedFormat> array(JsonParser json) throws IOException {
    if (json.nextToken() != JsonToken.START_OBJECT) {
      return Optional.empty();
    }
    Set<String> names = names(json);
    boolean page = names.contains("page") && names.contains("pages") && names.contains("total");
    return page || names.equals(Set.of("message"))
        ? Optional.of(FeedFormat.WORLD_BANK)
        : Optional.empty();
  }

  private static Optional<FeedFormat> object(JsonParser json) throws IOException {
    Set<String> outer = new HashSet<>();
    while (JsonText.nextMember(json)) {
      String name = json.currentName();
      outer.add(name);
      if (name.equals("returncode") || name.equals("returndata")) {
        return Optional.of(FeedFormat.NBS);
      }
      if (name.equals("dataSets")) {
        return Optional.of(FeedFormat.SDMX_JSON);
      }
      if (name.equals("class") && Set.of("dataset", "collection").contains(json.getText())) {
        return Optional.of(FeedFormat.JSON_STAT);
      }
      Optional<FeedFormat> inner =
          JsonText.isObject(json) ? member(name, names(json)) : Optional.empty();
      if (inner.isPresent()) {
        return inner;
      }
      json.skipChildren();
    }
    boolean dataset = outer.contains("dimension") && outer.contains("value");
    return dataset ? Optional.of(FeedFormat.JSON_STAT) : Optional.empty();
  }

  private static Optional<FeedFormat> member(String name, Set<String> inner) {
    boolean structure = inner.contains("dimensions") && inner.contains("attributes");
    boolean data = inner.contains("dataSets");
    if ((name.equals("structure") && structure) || (name.equals("data") && data)) {
      return Optional.of(FeedFormat.SDMX_JSON);
    }
    if (name.equals("series") && inner.contains("docs")) {
      return Optional.of(FeedFormat.DBNOMICS);
    }
    return inner.contains("dimension") && inner.contains("value")
        ? Optional.of(FeedFormat.JSON_STAT)
        : Optional.empty();
  }

  /** The names of the present object's members, which is left behind. */
  private static Set<String> names(JsonParser json) throws IOException {
    Set<String> names = new HashSet<>();
    while (JsonText.nextMember(json)) {
      if (names.size() < FeedLimits.DIMENSIONS) {
        names.add(json.currentName());
      }
      json.skipChildren();
    }
    return names;
  }
}
