package io.yanmen.warehouse.server;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Runs the programs of PostgreSQL, one at a time, to their end.
 *
 * @param bin folder of the programs
 * @param log file that takes what they print
 */
record ServerPrograms(Path bin, Path log) {
  private static final Set<String> INHERITED =
      Set.of("PATH", "HOME", "USER", "LOGNAME", "TMPDIR", "TZ", "LD_LIBRARY_PATH");
  private static final int LINES_TOLD = 5;

  /**
   * Runs one program.
   *
   * @throws IOException if it does not end well, with the last that it printed
   */
  void run(String program, List<String> arguments) throws IOException, InterruptedException {
    List<String> full = new ArrayList<>();
    // PostgreSQL refuses to run as root; in a user namespace of its own root is nobody.
    if ("root".equals(System.getProperty("user.name"))) {
      full.add("unshare");
      full.add("-U");
    }
    full.add(bin.resolve(program).toString());
    full.addAll(arguments);
    ProcessBuilder builder =
        new ProcessBuilder(full)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
            .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")));
    // Passwords and tokens of the service are no business of another program.
    builder.environment().keySet().removeIf(it -> !INHERITED.contains(it));
    builder.environment().put("LC_ALL", "C");
    int exit = builder.start().waitFor();
    if (exit != 0) {
      throw new IOException(program + " ended with " + exit + ": " + lastLines());
    }
  }

  private String lastLines() throws IOException {
    List<String> lines =
        Files.exists(log) ? Files.readAllLines(log, StandardCharsets.ISO_8859_1) : List.of();
    return String.join(" / ", lines.subList(Math.max(0, lines.size() - LINES_TOLD), lines.size()));
  }
}
