package io.yanmen.warehouse.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The PostgreSQL that ships with the product. */
class ServerBinariesIT {
  /** Else a home would go on with the server that an older version of the product unpacked. */
  @Test
  void folderIsNamedAfterTheVersionThatIsInIt(@TempDir Path below) throws Exception {
    Path unpacked = ServerBinaries.unpacked(below);

    Process asked =
        new ProcessBuilder(unpacked.resolve("bin/postgres").toString(), "--version")
            .redirectErrorStream(true)
            .start();
    String answer = new String(asked.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(asked.waitFor()).isZero();
    String version = answer.strip().replaceFirst("^postgres \\(PostgreSQL\\) ", "");
    assertThat(unpacked).hasFileName("postgresql-" + version);
  }
}
