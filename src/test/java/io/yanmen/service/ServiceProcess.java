package io.yanmen.service;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

/** {@code yanmen run} as a process of its own, from the built jar, on a home of its own. */
final class ServiceProcess {
  private static final Path JAR = Path.of("target/yanmen.jar").toAbsolutePath();

  private final Path home;
  private final Path log;
  private final Process process;

  private ServiceProcess(Path home, Path log, Process process) {
    this.home = home;
    this.log = log;
    this.process = process;
  }

  static Process command(Path home, File output, String... arguments) throws IOException {
    return command(home, output, Map.of(), arguments);
  }

  static Process command(
      Path home, File output, Map<String, String> environment, String... arguments)
      throws IOException {
    return command(List.of(), "512m", home, output, environment, arguments);
  }

  /**
   * @param before words that the command line begins with, as those that limit what follows
   * @param memory most of the heap
   */
  static Process command(
      List<String> before,
      String memory,
      Path home,
      File output,
      Map<String, String> environment,
      String... arguments)
      throws IOException {
    List<String> command = new ArrayList<>(before);
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Xmx" + memory);
    command.add("-Dyanmen.install=" + Path.of("").toAbsolutePath());
    command.add("-Dyanmen.postgres.binaries=" + Path.of("target/it-binaries").toAbsolutePath());
    command.addAll(List.of("-cp", JAR.toString(), "io.yanmen.Yanmen", "--home", home.toString()));
    command.addAll(List.of(arguments));
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output);
    builder.environment().put("YANMEN_INBOX_DELAY", "100");
    builder.environment().put("YANMEN_INBOX_SETTLE", "200");
    builder.environment().put("YANMEN_INBOX_SETTLE_UNFINISHED", "400");
    builder.environment().put("YANMEN_LANG", "en");
    builder.environment().put("YANMEN_CONSOLE_ENABLED", "false");
    builder.environment().put("YANMEN_MANAGEMENT_PORT", "0");
    builder.environment().putAll(environment);
    return builder.start();
  }

  /** Starts the service; returns when it says that it runs. */
  static ServiceProcess start(Path home) throws IOException {
    return start(home, Map.of());
  }

  /** With its console, at whatever port is free. */
  static ServiceProcess withConsole(Path home, Map<String, String> environment) throws IOException {
    Map<String, String> all = new HashMap<>(environment);
    all.put("YANMEN_CONSOLE_ENABLED", "true");
    all.putIfAbsent("YANMEN_CONSOLE_PORT", "0");
    return start(home, all);
  }

  /** Where its console is. */
  URI console() throws IOException {
    Matcher line = Pattern.compile("Console: (\\S+)").matcher(log());
    if (!line.find()) {
      throw new IllegalStateException("the service serves no console");
    }
    return URI.create(line.group(1));
  }

  static ServiceProcess start(Path home, Map<String, String> environment) throws IOException {
    Files.createDirectories(home);
    Path log = Files.createTempFile(home, "service-", ".log");
    ServiceProcess service =
        new ServiceProcess(home, log, command(home, log.toFile(), environment, "run"));
    try {
      Awaitility.await()
          .atMost(Duration.ofSeconds(90))
          .pollInterval(Duration.ofMillis(20))
          .failFast("the service ended", () -> !service.process.isAlive())
          .until(() -> service.log().contains("Warehouse: "));
    } catch (ConditionTimeoutException e) {
      service.process.destroyForcibly();
      throw new IllegalStateException("the service did not start: " + service.log(), e);
    }
    return service;
  }

  String log() throws IOException {
    return Files.readString(log, StandardCharsets.UTF_8);
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /** SIGKILL: nothing of the process has a chance to finish. */
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  /** SIGTERM: what is under way is finished. */
  int stop() throws InterruptedException {
    process.destroy();
    if (!process.waitFor(60, TimeUnit.SECONDS)) {
      throw new IllegalStateException("the service did not stop");
    }
    return process.exitValue();
  }

  Path home() {
    return home;
  }

  void awaitEmptyInbox(Duration limit) {
    Awaitility.await()
        .atMost(limit)
        .pollInterval(Duration.ofMillis(50))
        .failFast("the service ended", () -> !process.isAlive())
        // A file may be put away between the look at its folder and that at itself.
        .ignoreException(UncheckedIOException.class)
        .until(() -> filesIn(home.resolve("data/inbox")).isEmpty());
  }

  static List<Path> filesIn(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (var files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    }
  }
}
