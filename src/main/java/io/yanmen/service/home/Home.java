package io.yanmen.service.home;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where things are: the folder that a service lives in, and the installation that it runs from.
 *
 * @param root holds {@code data/}, and {@code routes/} where the operator has routes of their own
 * @param installation the checkout
 */
public record Home(Path root, Path installation) {
  public Path data() {
    return root.resolve("data");
  }

  public Path inbox() {
    return data().resolve("inbox");
  }

  public Path done() {
    return data().resolve("done");
  }

  public Path rejected() {
    return data().resolve("rejected");
  }

  /** Files that wait for a person's decision. */
  public Path held() {
    return data().resolve("held");
  }

  /** Notes on files that wait for a trouble to pass. */
  public Path waiting() {
    return data().resolve("waiting");
  }

  /** There while the warehouse is away. */
  public Path outageMark() {
    return data().resolve("warehouse-away");
  }

  public Path archive() {
    return data().resolve("archive");
  }

  /** Where the bodies of feeds wait for their load. */
  public Path fetched() {
    return data().resolve("fetched");
  }

  /** Where the nightly extracts are written. */
  public Path export() {
    return data().resolve("export");
  }

  /** Where what browsers send, and answers to them, lie on their way. */
  public Path uploads() {
    return data().resolve("uploads");
  }

  /** What is needed for a moment only, in a folder for each process. */
  public Path temporary() {
    return data().resolve("tmp");
  }

  /** Held by the one service that may work on this home. */
  public Path serviceLock() {
    return data().resolve("service.lock");
  }

  /** The routes of the home if it has any, else those of the installation. */
  public Path routes() {
    Path own = root.resolve("routes");
    return Files.isDirectory(own) ? own : installation.resolve("routes");
  }

  public Path sources() {
    return routes().resolve("sources");
  }

  public Path sampleData() {
    return installation.resolve("sample-data");
  }
}
