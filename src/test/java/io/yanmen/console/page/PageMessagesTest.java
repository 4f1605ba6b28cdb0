package io.yanmen.console.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.yanmen.console.ConsolePages;
import io.yanmen.model.Language;
import io.yanmen.model.message.Messages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The texts of the pages: the same in both languages, all there, all used. */
class PageMessagesTest {
  private static final Messages ZH = ConsolePages.served().messages().in(Language.ZH);
  private static final Messages EN = ConsolePages.served().messages().in(Language.EN);
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\d(?::\\w+)?}");

  static Set<String> keys() {
    Set<String> keys = new TreeSet<>(ZH.keys());
    keys.addAll(EN.keys());
    keys.removeAll(Messages.of(Language.ZH).keys());
    return keys;
  }

  @ParameterizedTest
  @MethodSource("keys")
  void eachTextIsThereInBothLanguagesWithTheSamePlaceholders(String key) {
    assertThat(ZH.keys()).contains(key);
    assertThat(EN.keys()).contains(key);
    assertThat(placeholders(ZH.pattern(key))).isEqualTo(placeholders(EN.pattern(key)));
    assertThat(ZH.pattern(key)).isNotBlank();
    assertThat(EN.pattern(key)).isNotBlank();
  }

  private static Set<String> placeholders(String pattern) {
    return PLACEHOLDER
        .matcher(pattern)
        .results()
        .map(MatchResult::group)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Test
  void eachKeyThatATemplateNamesHasAText() throws IOException {
    Pattern used = Pattern.compile("\\.text\\(\\s*\"([a-z0-9_.-]+[a-z0-9])\"");
    Set<String> missing = new TreeSet<>();
    for (Path source : sources()) {
      used.matcher(Files.readString(source))
          .results()
          .map(it -> it.group(1))
          .filter(it -> !ZH.keys().contains(it))
          .forEach(it -> missing.add(source.getFileName() + ": " + it));
    }
    assertThat(missing).isEmpty();
  }

  private static Set<Path> sources() throws IOException {
    try (Stream<Path> templates = Files.walk(Path.of("src/main/jte/console"));
        Stream<Path> classes = Files.walk(Path.of("src/main/java/io/yanmen/console"))) {
      return Stream.concat(templates, classes)
          .filter(Files::isRegularFile)
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }

  @Test
  void whatAShippedRouteSaysOfItselfIsSaidInChinese() throws IOException {
    PageMessages texts = ConsolePages.served().messages();
    Set<String> english = new TreeSet<>();
    Pattern description = Pattern.compile("(?m)^    description: (.+)$");
    try (Stream<Path> routes = Files.walk(Path.of("routes"), 2)) {
      for (Path route :
          routes
              .filter(it -> it.toString().endsWith(".camel.yaml"))
              .filter(it -> !it.toString().contains("examples"))
              .filter(it -> !it.toString().contains("console"))
              .toList()) {
        description
            .matcher(Files.readString(route))
            .results()
            .map(it -> it.group(1))
            .filter(it -> texts.about(it, Language.ZH).equals(it))
            .forEach(it -> english.add(route.getFileName() + ": " + it));
      }
    }
    assertThat(english).isEmpty();
    assertThat(texts.about("我们自己的路由", Language.EN)).isEqualTo("我们自己的路由");
  }
}
