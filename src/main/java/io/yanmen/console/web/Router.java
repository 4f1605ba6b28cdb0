package io.yanmen.console.web;

import io.yanmen.model.message.UserError;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which endpoint answers which path: {@code /loads/{id}} binds {@code id} as if it were asked. */
public final class Router {
  private static final Pattern NAME = Pattern.compile("\\{(\\w+)}");

  private record RouterEntry(
      String method, Pattern pattern, List<String> names, Handler endpoint) {}

  private final List<RouterEntry> entries = new ArrayList<>();

  /**
   * @param template literal but for names in braces, each of which stands for one segment
   */
  public Router add(String method, String template, Handler endpoint) {
    List<String> names = NAME.matcher(template).results().map(it -> it.group(1)).toList();
    StringBuilder pattern = new StringBuilder();
    Matcher name = NAME.matcher(template);
    int end = 0;
    while (name.find()) {
      pattern.append(Pattern.quote(template.substring(end, name.start()))).append("([^/]+)");
      end = name.end();
    }
    pattern.append(Pattern.quote(template.substring(end)));
    entries.add(new RouterEntry(method, Pattern.compile(pattern.toString()), names, endpoint));
    return this;
  }

  public Router get(String template, Handler endpoint) {
    return add("GET", template, endpoint);
  }

  public Router post(String template, Handler endpoint) {
    return add("POST", template, endpoint);
  }

  /** What answers a request, with what its path binds; empty if nothing does. */
  public Optional<Bound> find(Request request) {
    String method = request.method().equals("HEAD") ? "GET" : request.method();
    for (RouterEntry it : entries) {
      Matcher matcher = it.pattern().matcher(request.path());
      if (it.method().equals(method) && matcher.matches()) {
        Map<String, List<String>> query = new LinkedHashMap<>(request.query().values());
        for (int i = 0; i < it.names().size(); i++) {
          query.put(it.names().get(i), List.of(decoded(matcher.group(i + 1))));
        }
        return Optional.of(new Bound(it.endpoint(), request.withQuery(new Params(query))));
      }
    }
    return Optional.empty();
  }

  private static String decoded(String segment) {
    try {
      return URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw new UserError("request.path", segment);
    }
  }

  /** An endpoint and the request as it is to be answered. */
  public record Bound(Handler endpoint, Request request) {}
}
