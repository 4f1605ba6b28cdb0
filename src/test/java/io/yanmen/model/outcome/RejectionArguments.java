package io.yanmen.model.outcome;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the Javadoc of {@link RejectionCode} says of each code, read from its source. */
public final class RejectionArguments {
  private static final Path SOURCE =
      Path.of("src/main/java/io/yanmen/model/outcome/RejectionCode.java");
  private static final Pattern CONSTANT =
      Pattern.compile("/\\*\\*((?:(?!\\*/).)*)\\*/\\s*([A-Z_]+)\\s*[,;(}\\n]", Pattern.DOTALL);
  private static final Pattern ARGUMENTS =
      Pattern.compile("\\bArguments?: (.*)\\.\\s*$", Pattern.DOTALL);
  private static final Pattern SECTION = Pattern.compile("^ {2}// (.+)$", Pattern.MULTILINE);

  private RejectionArguments() {}

  private static Map<RejectionCode, List<String>> documented() throws IOException {
    Map<RejectionCode, List<String>> result = new EnumMap<>(RejectionCode.class);
    Matcher constant = CONSTANT.matcher(Files.readString(SOURCE));
    while (constant.find()) {
      Arrays.stream(RejectionCode.values())
          .filter(c -> c.name().equals(constant.group(2)))
          .forEach(c -> result.put(c, arguments(constant.group(1))));
    }
    return result;
  }

  /** The names of a code's arguments, in their order. */
  public static List<String> of(RejectionCode code) throws IOException {
    return documented().getOrDefault(code, List.of());
  }

  /** The headings that stand in the enum, by the code that follows each. */
  public static Map<RejectionCode, String> sections() throws IOException {
    String source = Files.readString(SOURCE);
    Map<RejectionCode, String> result = new EnumMap<>(RejectionCode.class);
    Matcher section = SECTION.matcher(source);
    while (section.find()) {
      Arrays.stream(RejectionCode.values())
          .filter(c -> declaredAt(source, c) > section.end())
          .findFirst()
          .ifPresent(c -> result.put(c, section.group(1)));
    }
    return result;
  }

  private static int declaredAt(String source, RejectionCode code) {
    Matcher declaration =
        Pattern.compile("^ {2}" + code + "\\b", Pattern.MULTILINE).matcher(source);
    return declaration.find() ? declaration.start() : -1;
  }

  private static List<String> arguments(String javadoc) {
    String text = javadoc.replaceAll("\\s*\\n\\s*\\*\\s?", " ").strip();
    Matcher arguments = ARGUMENTS.matcher(text);
    return arguments.find() ? List.of(arguments.group(1).split(",\\s*")) : List.of();
  }
}
