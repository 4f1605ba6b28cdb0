package io.yanmen.service.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.yanmen.catalog.Catalog;
import io.yanmen.catalog.CatalogFiles;
import io.yanmen.model.Observation;
import io.yanmen.model.ObservationStatus;
import io.yanmen.model.outcome.ObservationSink;
import io.yanmen.model.outcome.Rejection;
import io.yanmen.model.outcome.UnreadableFileException;
import io.yanmen.reading.FileReading;
import io.yanmen.reading.format.FileTableReader;
import io.yanmen.reading.format.limit.ReadLimits;
import io.yanmen.reading.source.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Several files are read at once by one reading, see {@link ReadAhead}. */
class ParallelReadingTest {
  private static final Catalog CATALOG = CatalogFiles.load();
  private static final int THREADS = 4;
  private static final int ROUNDS = 2;

  private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);

  @AfterEach
  void stop() {
    threads.shutdownNow();
  }

  @Test
  void filesReadAtOnceSayWhatEachSaysAlone() throws Exception {
    List<Path> files = samples();
    Map<Path, List<Object>> alone = new HashMap<>();
    for (Path file : files) {
      // Of a reading of its own, so that nothing can come from the file before.
      alone.put(file, said(reading(), file));
    }
    assertThat(alone.values().stream().mapToInt(List::size).sum()).isGreaterThan(500);
    for (int round = 0; round < ROUNDS; round++) {
      for (Map<Path, List<Object>> together : atOnce(files)) {
        assertThat(together).isEqualTo(alone);
      }
    }
  }

  private List<Map<Path, List<Object>>> atOnce(List<Path> files) throws Exception {
    FileReading shared = reading();
    CyclicBarrier start = new CyclicBarrier(THREADS);
    List<Callable<Map<Path, List<Object>>>> tasks = new ArrayList<>();
    for (int thread = 0; thread < THREADS; thread++) {
      List<Path> order = new ArrayList<>(files);
      // Two threads begin with the same file, two with others.
      Collections.rotate(order, thread / 2 * files.size() / 2 + thread % 2);
      tasks.add(
          () -> {
            start.await();
            Map<Path, List<Object>> all = new HashMap<>();
            for (Path file : order) {
              all.put(file, said(shared, file));
            }
            return all;
          });
    }
    List<Map<Path, List<Object>>> results = new ArrayList<>();
    for (Future<Map<Path, List<Object>>> result : threads.invokeAll(tasks)) {
      results.add(result.get());
    }
    return results;
  }

  private static FileReading reading() {
    return new FileReading(CATALOG, new FileTableReader(ReadLimits.DEFAULT));
  }

  private static List<Path> samples() throws IOException {
    List<Path> all = new ArrayList<>();
    for (String folder : List.of("sample-data/inbox", "sample-data/feeds")) {
      try (Stream<Path> files = Files.walk(Path.of(folder))) {
        files.filter(Files::isRegularFile).sorted().forEach(all::add);
      }
    }
    assertThat(all).hasSizeGreaterThan(20);
    return all;
  }

  /** All that a file says, in its order. */
  private static List<Object> said(FileReading reading, Path file) throws IOException {
    List<Object> said = new ArrayList<>();
    try {
      said.add(
          reading
              .of(file, String.valueOf(file.getFileName()), Source.UNKNOWN)
              .read(
                  new ObservationSink() {
                    @Override
                    public void observation(Observation observation) {
                      said.add(observation);
                    }

                    @Override
                    public void rejection(Rejection rejection) {
                      said.add(rejection);
                    }

                    @Override
                    public void tableStatus(int tableNo, ObservationStatus status) {
                      said.add(tableNo + " " + status);
                    }
                  }));
    } catch (UnreadableFileException e) {
      said.add(e.rejection());
    }
    return said;
  }
}
