package io.yanmen.bench.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A process of its own that measures, so that its heap is its own. What it found it prints as lines
 * that begin with {@code =}: a name and a number.
 */
public final class Child {
  private static final String MARK = "= ";

  private final Map<String, List<String>> found = new HashMap<>();

  private Child(List<String> lines) {
    for (String line : lines) {
      if (line.startsWith(MARK)) {
        String[] words = line.substring(MARK.length()).split(" ", 2);
        found.computeIfAbsent(words[0], k -> new ArrayList<>()).add(words[1]);
      }
    }
  }

  /** Told by the child. */
  public static void tell(String name, Object value) {
    System.out.println(MARK + name + " " + value);
  }

  static Child java(BenchServer server, String heap, Class<?> main, Object... arguments)
      throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + heap,
                // As the launcher starts a service.
                "-XX:+UseParallelGC",
                "-Dfile.encoding=UTF-8",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName()));
    for (Object argument : arguments) {
      command.add(argument.toString());
    }
    return run(server, command);
  }

  /**
   * @throws IllegalStateException if it fails; what it said is in the message
   */
  static Child run(BenchServer server, List<String> command)
      throws IOException, InterruptedException {
    Path log = Files.createTempFile("yanmen-bench", ".log");
    try {
      ProcessBuilder builder =
          new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
      builder.environment().put("BENCH_URL", server.url());
      builder.environment().put("BENCH_USER", server.user());
      builder.environment().put("BENCH_PASSWORD", server.password());
      Process process = builder.start();
      int code = process.waitFor();
      if (code != 0) {
        throw new IllegalStateException(command + ": " + code + "\n" + Files.readString(log));
      }
      return new Child(Files.readAllLines(log));
    } finally {
      Files.delete(log);
    }
  }

  /** What the parent gave it. */
  public static String given(String name) {
    String value = System.getenv(name);
    if (value == null) {
      throw new IllegalStateException(name + " is not set");
    }
    return value;
  }

  List<Double> numbers(String name) {
    return texts(name).stream().map(Double::valueOf).toList();
  }

  double number(String name) {
    List<Double> all = numbers(name);
    return all.get(all.size() - 1);
  }

  List<String> texts(String name) {
    List<String> texts = found.get(name);
    if (texts == null) {
      throw new IllegalStateException("not told: " + name + "; told: " + found);
    }
    return texts;
  }
}
