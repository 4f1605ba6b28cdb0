package io.yanmen.service.fetch;

import com.fasterxml.jackson.core.JsonPointer;
import io.yanmen.model.Frequency;
import io.yanmen.model.Period;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A feed as an operator writes it: the parameters of the route template {@code scheduled-feed}, set
 * by Camel one by one.
 */
public final class FeedDefinition {
  private final Map<String, String> said = new LinkedHashMap<>();

  /**
   * @throws IllegalArgumentException if a parameter cannot be understood; it names the feed
   */
  public Feed feed() {
    String name = get("name");
    try {
      return new Feed(
          name,
          get("uri"),
          headers(get("headers")),
          BodyFormat.of(get("format")),
          get("source"),
          get("fileName"),
          ZoneId.of(get("timeZone")),
          paging(),
          Optional.of(get("first")).filter(it -> !it.isEmpty()).map(FeedDefinition::month));
    } catch (RuntimeException e) {
      throw new IllegalArgumentException("feed " + name + ": " + e.getMessage(), e);
    }
  }

  private Paging paging() {
    Optional<JsonPointer> next = pointer("nextPointer");
    String url = get("uri");
    Paging.PagingKind kind =
        next.isPresent()
            ? Paging.PagingKind.LINK
            : Placeholders.contains(url, "offset")
                ? Paging.PagingKind.OFFSET
                : Placeholders.contains(url, "page")
                    ? Paging.PagingKind.PAGE
                    : Paging.PagingKind.NONE;
    int size = Integer.parseInt(get("pageSize"));
    if (size < 1) {
      throw new IllegalArgumentException("pageSize: at least 1");
    }
    Paging paging =
        new Paging(
            kind,
            Integer.parseInt(get("firstPage")),
            size,
            pointer("itemsPointer"),
            pointer("totalPointer"),
            pointer("pagesPointer"),
            next);
    boolean endless =
        (kind == Paging.PagingKind.PAGE || kind == Paging.PagingKind.OFFSET)
            && get("format").equals("json")
            && paging.items().isEmpty()
            && paging.total().isEmpty()
            && paging.pages().isEmpty();
    if (endless) {
      throw new IllegalArgumentException(
          "pages of json need one of itemsPointer, totalPointer and pagesPointer");
    }
    return paging;
  }

  private Optional<JsonPointer> pointer(String key) {
    return Optional.of(get(key)).filter(it -> !it.isEmpty()).map(JsonPointer::compile);
  }

  private static Map<String, String> headers(String lines) {
    Map<String, String> headers = new LinkedHashMap<>();
    for (String line : lines.lines().filter(it -> !it.isBlank()).toList()) {
      int colon = line.indexOf(':');
      if (colon < 1) {
        throw new IllegalArgumentException("headers: one \"Name: value\" a line");
      }
      headers.put(line.substring(0, colon).strip(), line.substring(colon + 1).strip());
    }
    return headers;
  }

  private static Period month(String text) {
    return new Period(Frequency.M, LocalDate.parse(text + "-01"));
  }

  private String get(String key) {
    return said.getOrDefault(key, "").strip();
  }

  public void setName(String value) {
    said.put("name", value);
  }

  public void setUri(String value) {
    said.put("uri", value);
  }

  public void setHeaders(String value) {
    said.put("headers", value);
  }

  public void setFormat(String value) {
    said.put("format", value);
  }

  public void setSource(String value) {
    said.put("source", value);
  }

  public void setFileName(String value) {
    said.put("fileName", value);
  }

  public void setTimeZone(String value) {
    said.put("timeZone", value);
  }

  public void setFirst(String value) {
    said.put("first", value);
  }

  public void setFirstPage(String value) {
    said.put("firstPage", value);
  }

  public void setPageSize(String value) {
    said.put("pageSize", value);
  }

  public void setItemsPointer(String value) {
    said.put("itemsPointer", value);
  }

  public void setTotalPointer(String value) {
    said.put("totalPointer", value);
  }

  public void setPagesPointer(String value) {
    said.put("pagesPointer", value);
  }

  public void setNextPointer(String value) {
    said.put("nextPointer", value);
  }
}
