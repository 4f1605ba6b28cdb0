package io.yanmen.console.sdmx;

import java.util.Locale;
import java.util.Optional;

/**
 * The forms that data are served in, by the registered media types. What asks for nothing, or for
 * any XML, gets generic data, as the standard wants it.
 */
enum Form {
  GENERIC("application/vnd.sdmx.genericdata+xml;version=2.1"),
  SPECIFIC("application/vnd.sdmx.structurespecificdata+xml;version=2.1"),
  JSON("application/vnd.sdmx.data+json;version=1.0.0"),
  CSV("application/vnd.sdmx.data+csv;version=1.0.0");

  private final String type;

  Form(String type) {
    this.type = type;
  }

  String type() {
    return type;
  }

  /**
   * A form, and how SDMX-CSV is wanted.
   *
   * @param labels whether names stand beside codes
   * @param normalized whether periods are all given as months
   */
  record Choice(Form form, boolean labels, boolean normalized) {}

  /** By the parameter {@code format}. */
  static Choice named(String format) {
    return switch (format.toLowerCase(Locale.ROOT)) {
      case "csv" -> new Choice(CSV, false, false);
      case "csvlabels" -> new Choice(CSV, true, false);
      case "jsondata" -> new Choice(JSON, false, false);
      case "genericdata" -> new Choice(GENERIC, false, false);
      case "structurespecificdata" -> new Choice(SPECIFIC, false, false);
      default -> throw SdmxRefusal.syntax("sdmx.refused.format");
    };
  }

  /**
   * By the header {@code Accept}: of the types that are served, the one of the greatest weight, the
   * first of several.
   */
  static Choice accepted(String header) {
    Optional<Choice> best = Optional.empty();
    double weight = 0;
    for (String range : header.split(",")) {
      String[] parts = range.strip().split("\\s*;\\s*");
      String type = parts[0].toLowerCase(Locale.ROOT);
      double q = number(parameter(parts, "q").orElse("1"));
      Optional<Choice> choice = of(type, parts);
      if (q > weight && choice.isPresent()) {
        best = choice;
        weight = q;
      }
    }
    return best.orElseThrow(() -> new SdmxRefusal(406, "sdmx.refused.type", served()));
  }

  private static Optional<Choice> of(String type, String... parts) {
    String version = parameter(parts, "version").orElse("");
    Optional<Form> form =
        switch (type) {
          case "*/*",
              "application/*",
              "application/xml",
              "text/xml",
              "text/*",
              "application/vnd.sdmx.genericdata+xml",
              "application/vnd.sdmx.generictimeseriesdata+xml" ->
              Optional.of(GENERIC);
          case "application/vnd.sdmx.structurespecificdata+xml",
              "application/vnd.sdmx.structurespecifictimeseriesdata+xml" ->
              Optional.of(SPECIFIC);
          case "application/json", "application/vnd.sdmx.data+json" -> Optional.of(JSON);
          case "text/csv", "application/vnd.sdmx.data+csv" -> Optional.of(CSV);
          default -> Optional.empty();
        };
    return form.filter(it -> version.isEmpty() || it.hasVersion(version))
        .map(
            it ->
                new Choice(
                    it,
                    parameter(parts, "labels").filter("both"::equals).isPresent(),
                    parameter(parts, "timeformat").filter("normalized"::equals).isPresent()));
  }

  private boolean hasVersion(String version) {
    String ours = type.substring(type.indexOf('=') + 1);
    return ours.equals(version) || ours.equals(version + ".0");
  }

  private static String served() {
    StringBuilder all = new StringBuilder();
    for (Form form : values()) {
      all.append(all.isEmpty() ? "" : ", ").append(form.type());
    }
    return all.toString();
  }

  private static Optional<String> parameter(String[] parts, String name) {
    for (int i = 1; i < parts.length; i++) {
      String[] pair = parts[i].split("=", 2);
      if (pair.length == 2 && pair[0].strip().equalsIgnoreCase(name)) {
        return Optional.of(pair[1].strip().replace("\"", ""));
      }
    }
    return Optional.empty();
  }

  private static double number(String weight) {
    try {
      return Double.parseDouble(weight);
    } catch (NumberFormatException e) {
      return 0;
    }
  }
}
