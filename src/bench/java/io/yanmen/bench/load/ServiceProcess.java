package io.yanmen.bench.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The service as an operator starts it, by the launcher, without console and management. */
final class ServiceProcess implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(180);
  private static final String READY = "Yanmen runs";

  private final Process process;
  private final double secondsToReady;

  private ServiceProcess(Process process, double secondsToReady) {
    this.process = process;
    this.secondsToReady = secondsToReady;
  }

  static ServiceProcess start(Path home) throws IOException, InterruptedException {
    Path log = Files.createDirectories(home).resolve("service.log");
    long begun = System.nanoTime();
    ProcessBuilder builder =
        command(home, "run").redirectErrorStream(true).redirectOutput(log.toFile());
    builder.environment().put("YANMEN_CONSOLE_ENABLED", "false");
    builder.environment().put("YANMEN_MANAGEMENT_ENABLED", "false");
    Process process = builder.start();
    while (!Files.readString(log).contains(READY)) {
      if (!process.isAlive() || seconds(begun) > PATIENCE.toSeconds()) {
        process.destroy();
        throw new IllegalStateException("the service does not start: " + Files.readString(log));
      }
      Thread.sleep(5);
    }
    return new ServiceProcess(process, seconds(begun));
  }

  /** A command of the launcher, on a home. */
  static ProcessBuilder command(Path home, String... words) {
    List<String> command =
        new ArrayList<>(List.of("./yanmen", "--lang", "en", "--home", home.toString()));
    command.addAll(List.of(words));
    return new ProcessBuilder(command);
  }

  /** How long a command takes, from its start to its end. */
  static double time(Path home, String... words) throws IOException, InterruptedException {
    Path log = Files.createTempFile("yanmen-bench", ".log");
    try {
      long begun = System.nanoTime();
      Process process =
          command(home, words).redirectErrorStream(true).redirectOutput(log.toFile()).start();
      int code = process.waitFor();
      double taken = seconds(begun);
      if (code != 0) {
        throw new IllegalStateException(
            String.join(" ", words) + ": " + code + "\n" + Files.readString(log));
      }
      return taken;
    } finally {
      Files.delete(log);
    }
  }

  private static double seconds(long begun) {
    return (System.nanoTime() - begun) / 1e9;
  }

  double secondsToReady() {
    return secondsToReady;
  }

  @Override
  public void close() throws InterruptedException {
    process.destroy();
    if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
      process.destroyForcibly();
    }
  }
}
