package io.yanmen.reading.feed;

import io.yanmen.model.outcome.UnreadableFileException;
import io.yanmen.reading.feed.format.FeedFormats;
import io.yanmen.reading.feed.format.JsonOutline;
import io.yanmen.reading.feed.message.FeedFormat;
import io.yanmen.reading.feed.message.FeedRefusal;
import io.yanmen.reading.feed.message.FeedXml;
import io.yanmen.reading.feed.message.JsonText;
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
  private final FeedFormats formats;

  FormatSniffer(FeedFormats formats) {
    this.formats = formats;
  }

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
    return new Looks("text", formats.first(it -> it.isTable(first)));
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

  private Looks markup(Path content, String head) throws IOException, UnreadableFileException {
    String lower = head.toLowerCase(Locale.ROOT);
    if (lower.startsWith("<!doctype html") || lower.startsWith("<html")) {
      return new Looks("HTML", Optional.empty());
    }
    if (formats.first(it -> it.isXml(head)).isEmpty()) {
      return new Looks("XML", Optional.empty());
    }
    if (lower.contains("<!doctype")) {
      throw FeedRefusal.forbiddenXml();
    }
    try (FeedXml xml = new FeedXml(content)) {
      String namespace = xml.nextElement() ? xml.namespace() : "";
      return new Looks("XML", formats.first(it -> it.isXml(namespace)));
    }
  }

  private Optional<FeedFormat> json(Path content) throws IOException, UnreadableFileException {
    Set<FeedFormat> found = new HashSet<>();
    text.peek(
        content,
        json ->
            JsonOutline.look(
                json,
                outline -> {
                  formats.first(it -> it.isJson(outline)).ifPresent(found::add);
                  return !found.isEmpty();
                }));
    return found.stream().findFirst();
  }
}
