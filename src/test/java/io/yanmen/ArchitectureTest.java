package io.yanmen;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
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
import java.nio.file.Path;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The house has one way through it: a stage knows the vocabulary ({@code model}, {@code catalog},
 * {@code evidence}), how secrets are kept ({@code secret}) and no other stage; {@code route},
 * {@code console} and {@code command} join them. Packages that are planned but not yet built are
 * held to the same.
 */
@AnalyzeClasses(packages = "io.yanmen", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  private static final String ROOT = "io.yanmen";
  private static final List<String> STAGES =
      List.of(
          "land",
          "read",
          "interpret",
          "normalise",
          "check",
          "load",
          "report",
          "warehouse",
          "feed",
          "fetch",
          "alert",
          "backup");
  private static final List<String> PURE =
      List.of("model", "catalog", "evidence", "read", "interpret", "normalise", "check");
  private static final JavaClasses PRODUCT =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages(ROOT);

  static List<String> stages() {
    return STAGES;
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
  @MethodSource("stages")
  void stageKnowsTheVocabularyAndNoOtherStage(String stage) {
    uses(stage, "model", "catalog", "evidence", "secret").check(PRODUCT);
  }

  @ArchTest static final ArchRule MODEL_USES_NOTHING_OF_OURS = uses("model");

  @ArchTest static final ArchRule CATALOG_USES_ONLY_MODEL = uses("catalog", "model");

  @ArchTest static final ArchRule SECRET_USES_ONLY_MODEL = uses("secret", "model");

  @ArchTest
  static final ArchRule EVIDENCE_USES_ONLY_MODEL_AND_CATALOG = uses("evidence", "model", "catalog");

  @ArchTest
  static final ArchRule ONLY_ROUTE_CONSOLE_AND_COMMAND_JOIN_STAGES =
      noClasses()
          .that()
          .resideInAPackage(ROOT + "..")
          .and()
          .resideOutsideOfPackages(packages(STAGES))
          .and()
          .resideOutsideOfPackages(packages(List.of("route", "console", "command")))
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(packages(STAGES));

  @ArchTest
  static final ArchRule NOTHING_BUT_THE_PROGRAM_KNOWS_THE_COMMANDS =
      noClasses()
          .that()
          .resideInAPackage(ROOT + ".*..")
          .and()
          .resideOutsideOfPackage(ROOT + ".command..")
          .should()
          .dependOnClassesThat(resideInAPackage(ROOT + ".command.."));

  @ArchTest
  static final ArchRule NOTHING_BUT_THE_COMMANDS_KNOWS_THE_CONSOLE =
      noClasses()
          .that()
          .resideInAPackage(ROOT + ".*..")
          .and()
          .resideOutsideOfPackages(packages(List.of("console", "command")))
          .should()
          .dependOnClassesThat()
          .resideInAPackage(ROOT + ".console..");

  @ArchTest
  static final ArchRule PACKAGES_HAVE_NO_CYCLES =
      slices().matching(ROOT + ".(*)..").should().beFreeOfCycles();

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
          .resideInAnyPackage(packages(List.of("interpret", "normalise", "check")))
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

  /** A rule over no class holds of everything; this says that there was something to look at. */
  @ArchTest
  static void theProductIsLookedAt(JavaClasses classes) {
    assertThat(classes.stream().map(JavaClass::getPackageName))
        .contains(ROOT + ".model", ROOT + ".read", ROOT + ".interpret", ROOT + ".load");
  }
}
