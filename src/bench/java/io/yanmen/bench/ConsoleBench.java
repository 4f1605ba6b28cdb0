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
import java.util.OptionalDouble;

/**
 * How long each page of the console takes with ten million observations in the warehouse, beside
 * one that is empty: medians, as a browser's request sees them.
 */
public final class ConsoleBench {
  private static final int MONTHS = 36;
  private static final int WARM_UP = 10;
  private static final int ROUNDS = 15;
  private static final int LIMIT_MILLIS = 200;

  /** As browsers speak without TLS. */
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private ConsoleBench() {}

  /**
   * @param arguments months of each series, 36 if none is given; the folder of the two homes, of
   *     which one that was filled before is measured again
   */
  public static void main(String... arguments) throws Exception {
    int months = arguments.length == 0 ? MONTHS : Integer.parseInt(arguments[0]);
    Path folder =
        arguments.length < 2
            ? Files.createTempDirectory("yanmen-bench")
            : Files.createDirectories(Path.of(arguments[1]));
    Path full = folder.resolve("full");
    if (Files.notExists(full.resolve("filled"))) {
      long begun = System.nanoTime();
      long observations = new FullWarehouse(Files.createDirectories(full)).fill(months);
      Files.writeString(full.resolve("filled"), "%,d observations".formatted(observations));
      System.out.printf("made in %d s%n", (System.nanoTime() - begun) / 1_000_000_000);
    }
    System.out.printf("%s in %s%n%n", Files.readString(full.resolve("filled")), full);
    ConsoleBench bench = new ConsoleBench();
    List<OptionalDouble> few =
        bench.medians(Files.createDirectories(folder.resolve("empty")), false);
    List<OptionalDouble> many = bench.medians(full, true);
    System.out.printf("| %-100s | %8s | %8s |%n", "median, ms", "empty", "full");
    boolean good = true;
    for (int i = 0; i < BenchPage.ALL.size(); i++) {
      // A whole data message is no page: it is as long as what is asked for.
      boolean within =
          BenchPage.ALL.get(i).path().startsWith("/sdmx/data/")
              || many.get(i).orElseThrow() < LIMIT_MILLIS;
      good &= within;
      System.out.printf(
          "| %-100s | %8s | %8s |%s%n",
          "`" + BenchPage.ALL.get(i).path() + "`",
          shown(few.get(i)),
          shown(many.get(i)),
          within ? "" : " over " + LIMIT_MILLIS);
    }
    if (!good) {
      System.exit(1);
    }
  }

  private static String shown(OptionalDouble millis) {
    return millis.isPresent() ? "%.1f".formatted(millis.getAsDouble()) : "–";
  }

  private List<OptionalDouble> medians(Path home, boolean filled) throws Exception {
    try (ServedConsole console = new ServedConsole(home)) {
      List<OptionalDouble> medians = new ArrayList<>();
      for (BenchPage page : BenchPage.ALL) {
        medians.add(
            filled || !page.needsFigures()
                ? OptionalDouble.of(median(console.address().resolve(page.today())))
                : OptionalDouble.empty());
      }
      return medians;
    }
  }

  private double median(URI page) throws IOException, InterruptedException {
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
      if (answer.statusCode() != 200) {
        throw new IllegalStateException(page + ": " + answer.statusCode());
      }
    }
    Arrays.sort(millis);
    return millis[ROUNDS / 2];
  }
}
