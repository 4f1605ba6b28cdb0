package io.yanmen.hostile;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Inspects all files of a folder, one by one in one process, and says of each what came of it. */
final class InspectAll {
  private InspectAll() {}

  /**
   * @param arguments the folder
   */
  @SuppressWarnings("SystemOut")
  public static void main(String[] arguments) throws IOException {
    List<Path> files;
    try (Stream<Path> listed = Files.list(Path.of(arguments[0]))) {
      files = listed.sorted().toList();
    }
    ThreadMXBean cpu = ManagementFactory.getThreadMXBean();
    for (Path file : files) {
      // The time of the processor: other tests may have it as well.
      long start = cpu.getCurrentThreadCpuTime();
      String outcome;
      try {
        outcome = outcome(Inspected.file(file, file.getFileName().toString(), 0));
      } catch (RuntimeException | Error e) {
        outcome = "crashed " + e;
      }
      long millis = TimeUnit.NANOSECONDS.toMillis(cpu.getCurrentThreadCpuTime() - start);
      System.out.println(
          file.getFileName() + "\t" + outcome.lines().findFirst().orElse("") + "\t" + millis);
    }
  }

  private static String outcome(Inspected inspected) {
    return inspected
        .refusal()
        .map(it -> "refused " + it.code())
        .orElseGet(
            () ->
                "figures "
                    + inspected.lines().size()
                    + " rejected "
                    + inspected.rejected()
                    + inspected.rejections().keySet().stream()
                        .map(code -> " " + code)
                        .collect(Collectors.joining()));
  }
}
