package io.yanmen.bench.steady;

import io.yanmen.service.TestFeeds;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The home of the service: the shipped routes, and a feed that is fetched each minute. */
record SteadyHome(Path root) {
  static SteadyHome make(Path root, FeedServer feeds) throws IOException {
    SteadyHome home = new SteadyHome(root);
    Files.createDirectories(home.inbox());
    Files.createDirectories(home.temporary());
    TestFeeds.home(root, 1, "0 * * * * ?", feeds.port());
    return home;
  }

  Path inbox() {
    return root.resolve("data/inbox");
  }

  Path temporary() {
    return root.resolve("tmp");
  }

  Path log() {
    return root.resolve("log/yanmen.log");
  }

  boolean archives(String hash) {
    return Files.isRegularFile(
        root.resolve("data/archive")
            .resolve(hash.substring(0, 2))
            .resolve(hash)
            .resolve("content"));
  }

  int inboxFiles() throws IOException {
    return files(inbox()).size();
  }

  /** What should be gone once nothing is under way. */
  int temporaries() throws IOException {
    int parts =
        (int)
            Stream.of("done", "rejected", "held", "export")
                .flatMap(folder -> quietFiles(root.resolve("data").resolve(folder)).stream())
                .filter(it -> it.getFileName().toString().endsWith(".part"))
                .count();
    return parts
        + files(temporary()).size()
        + files(root.resolve("data/archive/incoming")).size()
        + files(root.resolve("data/fetched")).size()
        + files(root.resolve("data/waiting")).size();
  }

  long logBytes() throws IOException {
    long bytes = 0;
    for (Path part : files(log().getParent())) {
      bytes += Files.size(part);
    }
    return bytes;
  }

  private static List<Path> quietFiles(Path folder) {
    try {
      return files(folder);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  /** While a service works, what was just seen may be gone. */
  private static List<Path> files(Path folder) throws IOException {
    List<Path> found = new ArrayList<>();
    if (!Files.isDirectory(folder)) {
      return found;
    }
    try (Stream<Path> entries = Files.list(folder)) {
      for (Path entry : entries.toList()) {
        if (Files.isDirectory(entry)) {
          found.addAll(files(entry));
        } else if (Files.exists(entry)) {
          found.add(entry);
        }
      }
    } catch (NoSuchFileException e) {
      return found;
    }
    return found;
  }
}
