package io.yanmen.service.fetch;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.math.BigInteger;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * How a feed comes in pages, and which page is the last: the one after which the server names none,
 * or whose number or items reach a total, or that holds nothing.
 *
 * @param firstPage number of the first page
 * @param size items a page; offsets are multiples of it
 * @param items where the items are: an array
 * @param total where the number of all items is
 * @param pages where the number of all pages is
 * @param next where the address of the next page is
 */
public record Paging(
    PagingKind kind,
    int firstPage,
    int size,
    Optional<JsonPointer> items,
    Optional<JsonPointer> total,
    Optional<JsonPointer> pages,
    Optional<JsonPointer> next) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** How the next page is asked for. */
  public enum PagingKind {
    NONE,
    /** By {@code {page}}. */
    PAGE,
    /** By {@code {offset}}. */
    OFFSET,
    /** By an address in the page before. */
    LINK
  }

  /** What a page is followed by. */
  public record Next(boolean empty, Optional<String> page) {}

  String first() {
    return switch (kind) {
      case PAGE -> String.valueOf(firstPage);
      case OFFSET -> "0";
      case NONE, LINK -> "";
    };
  }

  /** The offset of a page; 0 where there is none. */
  BigInteger offset(String page) {
    return kind == PagingKind.OFFSET ? new BigInteger(page) : BigInteger.ZERO;
  }

  /**
   * @param body the page
   * @param request what it answers
   * @throws FeedRefusedException if the page does not hold what it should
   */
  public Next after(Path body, PageRequest request, BodyFormat format) throws IOException {
    if (kind == PagingKind.NONE) {
      return new Next(false, Optional.empty());
    }
    if (format != BodyFormat.JSON) {
      boolean empty = !hasSecondLine(body);
      return new Next(empty, empty ? Optional.empty() : Optional.of(following(request)));
    }
    JsonNode page = JSON.readTree(body.toFile());
    boolean empty = items.isPresent() && page.at(items.get()).isEmpty();
    return new Next(empty, empty ? Optional.empty() : next(page, request));
  }

  private Optional<String> next(JsonNode page, PageRequest request) throws IOException {
    if (kind == PagingKind.LINK) {
      JsonNode link = page.at(next.orElseThrow());
      return link.isTextual() && !link.textValue().isBlank()
          ? Optional.of(linked(URI.create(request.url()), link.textValue()))
          : Optional.empty();
    }
    if (pages.isPresent()) {
      return number(page, pages.get()) > request.number()
          ? Optional.of(following(request))
          : Optional.empty();
    }
    if (total.isPresent()) {
      return number(page, total.get()) > (long) request.number() * size
          ? Optional.of(following(request))
          : Optional.empty();
    }
    return Optional.of(following(request));
  }

  /** A link leads on at the same server only: another one has no business with our secrets. */
  private static String linked(URI from, String link) throws IOException {
    URI to = from.resolve(PlainUrl.of(link));
    if (!from.getAuthority().equals(to.getAuthority())) {
      throw new FeedRefusedException("answer.page.elsewhere", to.getAuthority());
    }
    return to.toString();
  }

  private static long number(JsonNode page, JsonPointer where) throws IOException {
    JsonNode number = page.at(where);
    if (number.isIntegralNumber() || number.asText().matches("\\d{1,12}")) {
      return number.asLong();
    }
    throw new FeedRefusedException("answer.number", where);
  }

  private String following(PageRequest request) {
    return kind == PagingKind.OFFSET
        ? String.valueOf(Long.parseLong(request.page()) + size)
        : String.valueOf(Long.parseLong(request.page()) + 1);
  }

  private static boolean hasSecondLine(Path body) throws IOException {
    // Lines are counted, not read: whatever the encoding, their ends are these bytes.
    try (BufferedReader lines = Files.newBufferedReader(body, StandardCharsets.ISO_8859_1)) {
      int found = 0;
      for (String line = lines.readLine(); line != null && found < 2; line = lines.readLine()) {
        found += line.isBlank() ? 0 : 1;
      }
      return found == 2;
    }
  }
}
