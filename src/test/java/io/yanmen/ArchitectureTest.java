package io.yanmen;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.conditions.ArchConditions.onlyDependOnClassesThat;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.Calendar;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The house has floors, and each knows those below it only: the vocabulary ({@code model}, {@code
 * catalog}, {@code evidence}) and how secrets are kept; reading and the report on it; the
 * warehouse; the service; the faces {@code console} and {@code command}. Rooms on all floors are
 * free of circles.
 */
@AnalyzeClasses(packages = "io.yanmen", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  private static final String ROOT = "io.yanmen";
  private static final int LARGEST_ROOM = 20;
  private static final int LONGEST_FILE = 300;

  /** A hot loop that stands alone: the figures of a warehouse by series and period, in pages. */
  private static final Set<String> HOT_LOOPS = Set.of("FigureCache");

  /** What each room of the house may know of the others; its own rooms it always may. */
  private static final Map<String, List<String>> MAY_KNOW =
      Map.of(
          "model", List.of(),
          "secret", List.of("model"),
          "catalog", List.of("model"),
          "evidence", List.of("model", "catalog"),
          "reading", List.of("model", "catalog", "evidence"),
          "report", List.of("model", "catalog"),
          "warehouse", List.of("model", "catalog", "secret"),
          "service", List.of("model", "catalog", "evidence", "secret", "reading", "warehouse"),
          "console",
              List.of(
                  "model",
                  "catalog",
                  "evidence",
                  "secret",
                  "reading",
                  "warehouse",
                  "report",
                  "service"),
          "command",
              List.of(
                  "model",
                  "catalog",
                  "evidence",
                  "secret",
                  "reading",
                  "warehouse",
                  "report",
                  "service",
                  "console"));

  private static final List<String> PURE = List.of("model", "catalog", "evidence", "reading");
  private static final JavaClasses PRODUCT =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages(ROOT);

  static Set<String> rooms() {
    return MAY_KNOW.keySet();
  }

  private static String[] packages(Collection<String> names) {
    return names.stream().map(it -> ROOT + "." + it + "..").toArray(String[]::new);
  }

  /** Classes of ours may be only those of the named packages; what others wrote is not meant. */
  private static ArchRule uses(String name, String... others) {
    List<String> allowed = Stream.concat(Stream.of(name), Arrays.stream(others)).toList();
    return classes()
        .that()
        .resideInAPackage(ROOT + "." + name + "..")
        .should(
            onlyDependOnClassesThat(
                resideInAnyPackage(packages(allowed))
                    .or(resideOutsideOfPackages(ROOT + ".."))
                    .as("are of others or of " + allowed)))
        .allowEmptyShould(true);
  }

  @ParameterizedTest
  @MethodSource("rooms")
  void roomKnowsOnlyTheFloorsBelow(String room) {
    uses(room, MAY_KNOW.getOrDefault(room, List.of()).toArray(String[]::new)).check(PRODUCT);
  }

  @Test
  void everyRoomHasItsPlace() {
    assertThat(
            PRODUCT.stream()
                .map(it -> it.getPackageName())
                .filter(it -> it.length() > ROOT.length())
                .map(it -> it.substring(ROOT.length() + 1).split("\\.")[0])
                .distinct())
        .containsExactlyInAnyOrderElementsOf(MAY_KNOW.keySet());
  }

  @Test
  void noRoomIsTooLargeToSee() throws IOException {
    try (Stream<Path> folders = Files.walk(Path.of("src/main/java")).filter(Files::isDirectory)) {
      assertThat(folders)
          .allSatisfy(
              it -> assertThat(files(it)).as(it.toString()).hasSizeLessThanOrEqualTo(LARGEST_ROOM));
    }
  }

  @Test
  void noFileIsTooLongToRead() throws IOException {
    try (Stream<Path> sources = Files.walk(Path.of("src/main/java/io/yanmen"))) {
      assertThat(
              sources
                  .filter(it -> it.toString().endsWith(".java"))
                  .filter(ArchitectureTest::isLong)
                  .map(it -> it.getFileName().toString().replace(".java", "")))
          .isSubsetOf(HOT_LOOPS);
    }
  }

  private static boolean isLong(Path file) {
    try (Stream<String> lines = Files.lines(file)) {
      return lines.count() > LONGEST_FILE;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void everyRoomSaysWhatItTakesGivesAndKnowsNothingOf() throws IOException {
    try (Stream<Path> folders = Files.walk(Path.of("src/main/java/io/yanmen"), 9)) {
      assertThat(folders.filter(Files::isDirectory).filter(it -> !files(it).isEmpty()).skip(1))
          .allSatisfy(
              it ->
                  assertThat(
                          Files.readString(it.resolve("package-info.java"))
                              .replaceAll("\\s+\\*?\\s*", " "))
                      .contains("Takes ", "gives ")
                      .containsAnyOf("Knows nothing of", "Nobody knows it"));
    }
  }

  /** The types of a room, without what is said of the room itself. */
  private static List<Path> files(Path folder) {
    try (Stream<Path> inside = Files.list(folder)) {
      return inside
          .filter(it -> it.toString().endsWith(".java") && !it.endsWith("package-info.java"))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @ArchTest
  static final ArchRule PACKAGES_HAVE_NO_CYCLES =
      slices().matching(ROOT + ".(**)").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule STATIC_FIELDS_ARE_FINAL = fields().that().areStatic().should().beFinal();

  @ArchTest
  static final ArchRule STATIC_FIELDS_HOLD_NOTHING_THAT_CHANGES =
      fields().that().areStatic().should().notHaveRawType(changing());

  /** Arrays are left out: switch tables and constants are arrays, and none leaves its class. */
  private static DescribedPredicate<JavaClass> changing() {
    return new DescribedPredicate<>("of a kind that is made to change") {
      @Override
      public boolean test(JavaClass type) {
        boolean collection =
            type.isAssignableTo(Collection.class) || type.isAssignableTo(Map.class);
        boolean interfaceOfMany =
            type.isEquivalentTo(List.class)
                || type.isEquivalentTo(Set.class)
                || type.isEquivalentTo(Map.class);
        return (collection && !interfaceOfMany)
            || type.getPackageName().startsWith("java.util.concurrent")
            || type.isAssignableTo(StringBuilder.class)
            || type.isAssignableTo(java.text.Format.class)
            || type.isAssignableTo(ThreadLocal.class)
            || type.isAssignableTo(Date.class)
            || type.isAssignableTo(Calendar.class);
      }
    };
  }

  @ArchTest
  static final ArchRule NOTHING_LOGS_THROUGH_JAVA_UTIL_LOGGING =
      noClasses().should().dependOnClassesThat().resideInAPackage("java.util.logging..");

  @ArchTest
  static final ArchRule ONLY_COMMANDS_TOUCH_THE_STANDARD_STREAMS =
      noClasses()
          .that()
          .resideOutsideOfPackage(ROOT + ".command..")
          .should(ACCESS_STANDARD_STREAMS);

  @ArchTest
  static final ArchRule PURE_PACKAGES_HAVE_NO_NETWORK_NO_DATABASE_AND_NO_CAMEL =
      noClasses()
          .that()
          .resideInAnyPackage(packages(PURE))
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "java.net..",
              "java.sql..",
              "javax.sql..",
              "org.postgresql..",
              "com.zaxxer..",
              "org.flywaydb..",
              "org.apache.camel..",
              "org.apache.hc..");

  @ArchTest
  static final ArchRule PURE_PACKAGES_HAVE_NO_CLOCK =
      noClasses()
          .that()
          .resideInAnyPackage(packages(PURE))
          .should()
          .dependOnClassesThat(
              DescribedPredicate.describe(
                  "tell the time",
                  type ->
                      Stream.of(Clock.class, InstantSource.class).anyMatch(type::isAssignableTo)))
          .orShould()
          .callMethodWhere(
              DescribedPredicate.describe(
                  "asks for the time",
                  call ->
                      (call.getName().equals("now")
                              && Stream.of(
                                      Instant.class,
                                      LocalDate.class,
                                      LocalDateTime.class,
                                      OffsetDateTime.class,
                                      ZonedDateTime.class,
                                      Year.class,
                                      YearMonth.class)
                                  .anyMatch(call.getTargetOwner()::isEquivalentTo))
                          || (call.getTargetOwner().isEquivalentTo(System.class)
                              && Set.of("currentTimeMillis", "nanoTime")
                                  .contains(call.getName()))));

  @ArchTest
  static final ArchRule MEANING_IS_MADE_WITHOUT_FILES =
      noClasses()
          .that()
          .resideInAnyPackage(packages(List.of("reading.interpret", "reading.normalise")))
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("java.nio.file..", "java.io..", "java.util.zip..", "org.apache.poi..")
          .allowEmptyShould(true);

  /** The folder of the machine is shared with users who may be in the way; ours is in the home. */
  @ArchTest
  static final ArchRule TEMPORARY_FILES_HAVE_A_FOLDER_OF_OURS =
      noClasses()
          .should()
          .callMethodWhere(
              DescribedPredicate.describe(
                  "makes a temporary file without naming its folder",
                  call ->
                      Set.of("createTempFile", "createTempDirectory").contains(call.getName())
                          && !call.getTarget()
                              .getRawParameterTypes()
                              .get(0)
                              .isEquivalentTo(Path.class)));

  /** Figures in great numbers go another way; see {@code StoredFigures}. */
  @ArchTest
  static final ArchRule STATEMENTS_ARE_MADE_IN_ONE_PLACE =
      noClasses()
          .that()
          .resideOutsideOfPackages(packages(List.of("warehouse.sql", "warehouse.stored")))
          .should()
          .callMethodWhere(
              DescribedPredicate.describe(
                  "prepares a statement by hand",
                  call ->
                      call.getName().equals("prepareStatement")
                          && call.getTargetOwner().isAssignableTo(Connection.class)));

  /** A rule over no class holds of everything; this says that there was something to look at. */
  @ArchTest
  static void theProductIsLookedAt(JavaClasses classes) {
    assertThat(classes.stream().map(JavaClass::getPackageName))
        .contains(ROOT + ".model", ROOT + ".reading.interpret", ROOT + ".warehouse.load");
  }
}
