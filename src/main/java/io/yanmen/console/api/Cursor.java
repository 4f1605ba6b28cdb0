package io.yanmen.console.api;

import io.yanmen.console.web.Request;
import io.yanmen.model.message.UserError;
import io.yanmen.warehouse.query.ObservationPosition;
import io.yanmen.warehouse.query.SeriesPosition;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** Where a page of an answer ended, as a word that clients hand back and need not understand. */
final class Cursor {
  private static final String PARAMETER = "after";

  private Cursor() {}

  static String of(ObservationPosition position) {
    List<String> parts = new ArrayList<>(position.series().parts());
    parts.add(position.period().toString());
    return encoded(parts);
  }

  static String of(SeriesPosition position) {
    return encoded(position.parts());
  }

  private static String encoded(List<String> parts) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(String.join("|", parts).getBytes(StandardCharsets.UTF_8));
  }

  static ObservationPosition observation(Request request) {
    Optional<List<String>> parts = parts(request);
    if (parts.isEmpty()) {
      return ObservationPosition.START;
    }
    try {
      return new ObservationPosition(
          new SeriesPosition(parts.get().subList(0, parts.get().size() - 1)),
          LocalDate.parse(parts.get().get(parts.get().size() - 1)));
    } catch (IllegalArgumentException | DateTimeException e) {
      throw wrong();
    }
  }

  static SeriesPosition series(Request request) {
    try {
      return parts(request).map(SeriesPosition::new).orElse(SeriesPosition.START);
    } catch (IllegalArgumentException e) {
      throw wrong();
    }
  }

  private static Optional<List<String>> parts(Request request) {
    try {
      return request
          .query()
          .first(PARAMETER)
          .map(it -> new String(Base64.getUrlDecoder().decode(it), StandardCharsets.UTF_8))
          .filter(it -> it.indexOf('\0') < 0)
          .map(it -> List.of(it.split("\\|", -1)));
    } catch (IllegalArgumentException e) {
      throw wrong();
    }
  }

  private static UserError wrong() {
    return new UserError("request.after");
  }

  /** The address of the page after this one. */
  static String next(Request request, String after) {
    StringBuilder address = new StringBuilder(request.path()).append('?');
    request
        .query()
        .values()
        .forEach(
            (name, all) -> {
              if (!name.equals(PARAMETER)) {
                all.forEach(it -> address.append(name).append('=').append(escaped(it)).append('&'));
              }
            });
    return address.append(PARAMETER).append('=').append(escaped(after)).toString();
  }

  private static String escaped(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
