package io.yanmen.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.yanmen.model.outcome.RejectionArguments;
import io.yanmen.model.outcome.RejectionCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Keeps {@code docs/rejections.md} as the product speaks; can also write it. */
class RejectionsPageTest {
  private static final Path PAGE = Path.of("docs/rejections.md");
  private static final String COMMAND =
      "./mvnw -q -Dquick test -Dtest=RejectionsPageTest -Ddocs.write=true";

  private final ExampleReading reading;

  RejectionsPageTest(@TempDir Path folder) {
    reading = new ExampleReading(folder);
  }

  @Test
  void committedPageIsTheGeneratedOne() throws IOException {
    String generated = new RejectionsPage(CodePage.read(), reading).text(COMMAND);
    if (Boolean.getBoolean("docs.write")) {
      Files.writeString(PAGE, generated);
    }
    assertThat(Files.exists(PAGE) ? Files.readString(PAGE) : "")
        .as("%s is not what the codes and messages say now. Regenerate it: %s", PAGE, COMMAND)
        .isEqualTo(generated);
  }

  @ParameterizedTest
  @EnumSource
  void exampleGivesItsCodeAndRefusesNothingForAnotherReason(RejectionCode code) throws IOException {
    CodePage.Example example = CodePage.read().example(code);
    assertThat(reading.rejections(code, example))
        .isNotEmpty()
        .allSatisfy(it -> assertThat(it.code()).isEqualTo(code));
  }

  @ParameterizedTest
  @EnumSource
  void exampleHasTheArgumentsThatTheCodeIsDocumentedWith(RejectionCode code) throws IOException {
    List<String> documented = RejectionArguments.of(code);
    CodePage.Example example = CodePage.read().example(code);
    assertThat(reading.rejections(code, example))
        .allSatisfy(it -> assertThat(it.arguments()).hasSameSizeAs(documented));
  }
}
