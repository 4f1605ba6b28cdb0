package io.yanmen.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the pages link to is there, and so are the types that they name. */
class DocumentationTest {
  private static final Path ARCHITECTURE = Path.of("docs/architecture.md");
  private static final Path CONTRIBUTING = Path.of("CONTRIBUTING.md");
  private static final Path ROOMS = Path.of("src/main/java/io/yanmen");

  /** Text and target of a link, but for those to other hosts and to headings of the same page. */
  private static final Pattern LINK = Pattern.compile("\\[([^\\]]*)]\\((?!https?:|#)([^)#\\s]+)");

  /** A name of two words or more, written as types are: no abbreviation, no word of prose. */
  private static final Pattern TYPE =
      Pattern.compile("`([A-Z][a-z0-9]+(?:[A-Z][A-Za-z0-9]*)+)(?:\\.\\w+)?`");

  /** What pages name of others: Java's own, SDMX's, the kernel's. */
  private static final Set<String> OF_OTHERS =
      Set.of("DateTimeFormatter", "AllDimensions", "VmHWM");

  static List<Path> pages() throws IOException {
    try (Stream<Path> docs = Files.walk(Path.of("docs"));
        Stream<Path> top = Files.list(Path.of(""))) {
      return Stream.concat(docs, top).filter(it -> it.toString().endsWith(".md")).sorted().toList();
    }
  }

  /** The changelog names what was there in its time. */
  static List<Path> pagesOfToday() throws IOException {
    return pages().stream().filter(it -> !it.endsWith("CHANGELOG.md")).toList();
  }

  private static List<MatchResult> found(Pattern pattern, Path page) throws IOException {
    return pattern.matcher(Files.readString(page)).results().toList();
  }

  private static Path target(Path page, MatchResult link) {
    return page.toAbsolutePath().resolveSibling(link.group(2)).normalize();
  }

  @ParameterizedTest
  @MethodSource("pages")
  void whatAPageLinksToIsThere(Path page) throws IOException {
    assertThat(found(LINK, page))
        .allSatisfy(it -> assertThat(target(page, it)).as(it.group()).exists());
  }

  @ParameterizedTest
  @MethodSource("pages")
  void linkToATypeHasItsName(Path page) throws IOException {
    assertThat(found(LINK, page))
        .filteredOn(it -> it.group(2).endsWith(".java") && !it.group(2).endsWith("-info.java"))
        .allSatisfy(it -> assertThat(it.group(2)).endsWith("/" + it.group(1) + ".java"));
  }

  @ParameterizedTest
  @MethodSource("pagesOfToday")
  void typeThatAPageNamesIsThere(Path page) throws IOException {
    Set<String> types;
    try (Stream<Path> sources = Files.walk(Path.of("src"))) {
      types =
          sources
              .map(it -> it.getFileName().toString())
              .filter(it -> it.endsWith(".java"))
              .map(it -> it.substring(0, it.length() - ".java".length()))
              .collect(Collectors.toSet());
    }
    types.addAll(OF_OTHERS);
    assertThat(found(TYPE, page))
        .extracting(it -> it.group(1))
        .filteredOn(it -> !types.contains(it))
        .as("named in %s, and there no more", page)
        .isEmpty();
  }

  @Test
  void architectureLeadsToEveryRoom() throws IOException {
    try (Stream<Path> rooms = Files.list(ROOMS)) {
      assertThat(rooms.filter(Files::isDirectory).map(it -> it.resolve("package-info.java")))
          .allSatisfy(
              it ->
                  assertThat(found(LINK, ARCHITECTURE))
                      .anySatisfy(
                          link ->
                              assertThat(target(ARCHITECTURE, link))
                                  .isEqualTo(it.toAbsolutePath())));
    }
  }

  /** The drawing names rooms as packages; each of them is one. */
  @Test
  void drawingShowsRoomsThatThereAre() throws IOException {
    Pattern room = Pattern.compile("\\[\"([a-z]+(?:\\.[a-z]+)?)<br>");
    assertThat(found(room, ARCHITECTURE))
        .hasSizeGreaterThan(8)
        .allSatisfy(it -> assertThat(ROOMS.resolve(it.group(1).replace('.', '/'))).isDirectory());
  }

  @Test
  void readmeOfEachLanguageLeadsToWhoeverWantsToWorkOnIt() throws IOException {
    for (Path readme : List.of(Path.of("README.md"), Path.of("README.zh-CN.md"))) {
      assertThat(found(LINK, readme))
          .as(readme.toString())
          .extracting(it -> target(readme, it))
          .contains(ARCHITECTURE.toAbsolutePath(), CONTRIBUTING.toAbsolutePath());
    }
  }

  @Test
  void contributingNamesEveryRecipe() throws IOException {
    try (Stream<Path> recipes = Files.list(Path.of("docs"))) {
      assertThat(recipes.filter(it -> it.getFileName().toString().startsWith("add-")))
          .isNotEmpty()
          .allSatisfy(
              it ->
                  assertThat(found(LINK, CONTRIBUTING))
                      .anySatisfy(
                          link ->
                              assertThat(target(CONTRIBUTING, link))
                                  .isEqualTo(it.toAbsolutePath())));
    }
  }
}
