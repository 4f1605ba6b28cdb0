package io.yanmen.service.schedule;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A route as its YAML file describes it, with the comment above it. What looks like a secret is not
 * shown.
 *
 * @param file below the folder of routes
 */
public record RouteText(String file, int line, String text) {
  private static final Pattern SECRET =
      Pattern.compile(
          "(?im)^(\\s*-?\\s*[\\w-]*(?:password|passphrase|secret|token|apikey|api-key)[\\w-]*\\s*:\\s*)"
              + "(?!\\s*\"?\\{\\{)\\S.*$");
  private static final Pattern IN_ADDRESS =
      Pattern.compile("(?i)([?&;](?:password|passphrase|secret|token|key|apikey)=)[^&\\s\"']+");

  /** Empty if no file of the folder says where the route comes from. */
  public static Optional<RouteText> find(Path routes, String route) throws IOException {
    Pattern name =
        Pattern.compile(
            "(?:id|routeId)\\s*:\\s*[\"']?" + Pattern.quote(route) + "[\"']?\\s*(?:#.*)?");
    for (Path file : files(routes)) {
      List<String> lines = Files.readAllLines(file, StandardCharsets.UTF_8);
      for (int i = 0; i < lines.size(); i++) {
        if (name.matcher(lines.get(i).strip().replaceFirst("^-\\s*", "")).matches()) {
          return Optional.of(around(routes.relativize(file).toString(), lines, i));
        }
      }
    }
    return Optional.empty();
  }

  private static List<Path> files(Path routes) throws IOException {
    try (Stream<Path> all = Files.walk(routes, 2)) {
      return all.filter(it -> it.toString().endsWith(".camel.yaml")).sorted().toList();
    }
  }

  /** The item of the list that a line belongs to, and the comment that leads to it. */
  private static RouteText around(String file, List<String> lines, int line) {
    int first = line;
    while (first > 0 && !lines.get(first).startsWith("- ")) {
      first--;
    }
    int end = line + 1;
    while (end < lines.size()
        && !lines.get(end).startsWith("- ")
        && !lines.get(end).startsWith("#")) {
      end++;
    }
    int comment = first;
    while (comment > 0 && lines.get(comment - 1).startsWith("#")) {
      comment--;
    }
    List<String> text = new ArrayList<>(lines.subList(comment, end));
    return new RouteText(file, comment + 1, hidden(String.join("\n", text).stripTrailing()));
  }

  static String hidden(String text) {
    String lines = SECRET.matcher(text).replaceAll("$1••••••");
    return IN_ADDRESS.matcher(lines).replaceAll("$1••••••");
  }
}
