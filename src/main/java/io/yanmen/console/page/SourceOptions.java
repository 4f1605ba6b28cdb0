package io.yanmen.console.page;

import io.yanmen.model.Language;
import io.yanmen.route.Home;
import io.yanmen.route.Source;
import io.yanmen.route.SourceFileException;
import io.yanmen.route.Sources;
import java.util.List;

/** The sources as forms offer them. */
public final class SourceOptions {
  private final Home home;

  SourceOptions(Home home) {
    this.home = home;
  }

  /** One of them. */
  public record Option(String code, String name) {}

  /** Whoever is being edited just now and cannot be read leaves the inbox itself to choose. */
  private List<Source> sources() {
    try {
      return Sources.read(home.sources()).all();
    } catch (SourceFileException e) {
      return List.of();
    }
  }

  List<Option> all(Language language) {
    return sources().stream()
        .map(it -> new Option(it.code(), language == Language.ZH ? it.nameZh() : it.nameEn()))
        .sorted(java.util.Comparator.comparing(Option::code))
        .toList();
  }

  /** The name of a code; the code itself where there is no such source. */
  static String nameOf(String code, List<Option> options) {
    return options.stream()
        .filter(it -> it.code().equals(code))
        .map(Option::name)
        .findFirst()
        .orElse(code);
  }

  Source find(String code) {
    return sources().stream()
        .filter(it -> it.code().equals(code))
        .findFirst()
        .orElse(Source.UNKNOWN);
  }
}
