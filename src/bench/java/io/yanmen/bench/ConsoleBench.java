package io.yanmen.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How long each page of the console takes with ten million observations in the warehouse, beside
 * one that is empty: medians, as a browser's request sees them.
 */
public final class ConsoleBench {
  private static final int MONTHS = 36;
  private static final int WARM_UP = 8;
  private static final int ROUNDS = 25;
  private static final int LIMIT_MILLIS = 200;

  private static final List<String> PAGES =
      List.of(
          "/",
          "/routes",
          "/routes/housekeeping",
          "/loads",
          "/loads?status=rejected",
          "/loads/4",
          "/calendar",
          "/indicators",
          "/targets",
          "/figures/1/FIRST",
          "/api/observations?area=140924&limit=500",
          "/api/series?area=140924",
          "/api/areas?parent=140900",
          "/api/indicators",
          "/api/loads",
          "/sdmx/data/INDICATORS/M.140924..level.actual?startPeriod=YEAR&format=csv");

  private ConsoleBench() {}

  /**
   * @param arguments months of each series; 36 if none is given
   */
  public static void main(String... arguments) throws Exception {
    int months = arguments.length == 0 ? MONTHS : Integer.parseInt(arguments[0]);
    Path folder = Files.createTempDirectory("yanmen-bench");
    Path full = Files.createDirectories(folder.resolve("full"));
    long begun = System.nanoTime();
    long observations = new FullWarehouse(full).fill(months);
    System.out.printf(
        "%,d observations, made in %d s%n%n",
        observations, (System.nanoTime() - begun) / 1_000_000_000);
    List<Double> few = medians(Files.createDirectories(folder.resolve("empty")));
    List<Double> many = medians(full);
    System.out.printf("%-80s %10s %10s%n", "median, ms", "empty", "full");
    boolean good = true;
    for (int i = 0; i < PAGES.size(); i++) {
      boolean within = many.get(i) < LIMIT_MILLIS;
      good &= within;
      System.out.printf(
          "%-80s %10.1f %10.1f%s%n",
          PAGES.get(i), few.get(i), many.get(i), within ? "" : "  over " + LIMIT_MILLIS);
    }
    System.out.println("homes: " + folder);
    if (!good) {
      System.exit(1);
    }
  }

  private static List<Double> medians(Path home) throws Exception {
    Path log = home.resolve("service.log");
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
    Process service = builder.redirectErrorStream(true).redirectOutput(log.toFile()).start();
    try {
      URI console = console(service, log);
      List<Double> medians = new ArrayList<>();
      for (String page : PAGES) {
        medians.add(median(console.resolve(filled(page))));
      }
      return medians;
    } finally {
      service.destroy();
      service.waitFor();
    }
  }

  private static String filled(String page) {
    java.time.LocalDate first =
        java.time.LocalDate.now(java.time.Clock.system(java.time.ZoneId.systemDefault()))
            .withDayOfMonth(1)
            .minusMonths(6);
    return page.replace("FIRST", first.toString())
        .replace("YEAR", Integer.toString(first.getYear()));
  }

  private static URI console(Process service, Path log) throws IOException, InterruptedException {
    Pattern line = Pattern.compile("Console: (\\S+)");
    for (long end = System.nanoTime() + Duration.ofSeconds(90).toNanos();
        System.nanoTime() < end && service.isAlive(); ) {
      Matcher matcher = line.matcher(Files.readString(log));
      if (matcher.find()) {
        return URI.create(matcher.group(1));
      }
      Thread.sleep(100);
    }
    throw new IllegalStateException("the service does not serve: " + Files.readString(log));
  }

  private static double median(URI page) throws IOException, InterruptedException {
    HttpClient client = HttpClient.newHttpClient();
    double[] millis = new double[ROUNDS];
    for (int i = -WARM_UP; i < ROUNDS; i++) {
      long begun = System.nanoTime();
      HttpResponse<byte[]> answer =
          client.send(
              HttpRequest.newBuilder(page).timeout(Duration.ofSeconds(60)).build(),
              HttpResponse.BodyHandlers.ofByteArray());
      if (i >= 0) {
        millis[i] = (System.nanoTime() - begun) / 1e6;
      }
      if (answer.statusCode() >= 500) {
        throw new IllegalStateException(page + ": " + answer.statusCode());
      }
    }
    Arrays.sort(millis);
    return millis[ROUNDS / 2];
  }
}
