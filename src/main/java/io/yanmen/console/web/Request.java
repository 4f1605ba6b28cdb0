package io.yanmen.console.web;

import io.yanmen.model.Language;
import java.util.List;
import java.util.Optional;

/**
 * What a browser or a program asks.
 *
 * @param method GET, POST …
 * @param path from the root, normalised, without the query, as it was sent: escapes are not undone
 * @param query after the question mark, and what the path of a route of the API binds
 * @param form of a posted form
 * @param address where it came from
 * @param body of a request that is no form; empty if there is none
 */
public record Request(
    String method,
    String path,
    Params query,
    Params form,
    Params headers,
    List<Upload> uploads,
    String body,
    Language language,
    String theme,
    User user,
    String address) {
  public Request {
    uploads = List.copyOf(uploads);
  }

  /** Whether it changes nothing. */
  public boolean isSafe() {
    return method.equals("GET") || method.equals("HEAD");
  }

  Request withQuery(Params other) {
    return new Request(
        method, path, other, form, headers, uploads, body, language, theme, user, address);
  }

  public Optional<String> header(String name) {
    return headers.first(name.toLowerCase(java.util.Locale.ROOT));
  }
}
