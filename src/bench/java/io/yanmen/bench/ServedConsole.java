package io.yanmen.bench;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The product as it is started, serving the console of a home on a free port. */
final class ServedConsole implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(120);
  private static final Pattern ADDRESS = Pattern.compile("Console: (\\S+)");

  private final Process service;
  private final Path log;
  private final URI address;

  ServedConsole(Path home) throws IOException, InterruptedException {
    log = home.resolve("service.log");
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx512m",
            "-Dyanmen.install=" + Path.of("").toAbsolutePath(),
            "-cp",
            Path.of("target/yanmen.jar").toAbsolutePath().toString(),
            "io.yanmen.Yanmen",
            "--home",
            home.toString(),
            "run");
    builder.environment().put("YANMEN_CONSOLE_PORT", "0");
    builder.environment().put("YANMEN_MANAGEMENT_ENABLED", "false");
    builder.environment().put("YANMEN_LANG", "en");
    service = builder.redirectErrorStream(true).redirectOutput(log.toFile()).start();
    address = found();
  }

  URI address() {
    return address;
  }

  private URI found() throws IOException, InterruptedException {
    for (long end = System.nanoTime() + PATIENCE.toNanos();
        System.nanoTime() < end && service.isAlive(); ) {
      Matcher matcher = ADDRESS.matcher(Files.readString(log));
      if (matcher.find()) {
        return URI.create(matcher.group(1));
      }
      Thread.sleep(100);
    }
    close();
    throw new IllegalStateException("the service does not serve: " + Files.readString(log));
  }

  @Override
  public void close() throws InterruptedException {
    service.destroy();
    service.waitFor();
  }
}
