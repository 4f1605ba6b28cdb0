package io.yanmen.command.run;

import io.yanmen.model.outcome.LoadCounts;
import io.yanmen.model.outcome.Outcome;
import io.yanmen.model.outcome.Verdict;
import io.yanmen.reading.source.Source;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/** The sample files, and what is to become of each ({@code expected.csv}). */
final class DemoSamples {
  private static final String FEEDS = "feeds/";
  private static final CSVFormat FORMAT =
      CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();

  private record Expected(String status, long observations, long rejected) {}

  private final Path folder;
  private final Map<String, Expected> expected;

  private DemoSamples(Path folder, Map<String, Expected> expected) {
    this.folder = folder;
    this.expected = expected;
  }

  static DemoSamples in(Path folder) throws IOException {
    Map<String, Expected> expected = new LinkedHashMap<>();
    try (Reader reader =
        Files.newBufferedReader(folder.resolve("expected.csv"), StandardCharsets.UTF_8)) {
      for (CSVRecord line : FORMAT.parse(reader)) {
        expected.put(
            line.get("file"),
            new Expected(
                line.get("status"),
                Long.parseLong(line.get("observations")),
                Long.parseLong(line.get("rejected"))));
      }
    }
    return new DemoSamples(folder, expected);
  }

  Path feeds() {
    return folder.resolve("feeds");
  }

  /** How many files are to have an outcome. */
  int count() {
    return expected.size();
  }

  /** Puts copies of the sample files into an inbox, each whole at once. */
  void dropInto(Path inbox) throws IOException {
    for (String name : expected.keySet()) {
      if (!name.startsWith(FEEDS)) {
        Path target = inbox.resolve(name);
        Path parent = Files.createDirectories(target.resolveSibling("."));
        Path draft = Files.createTempFile(parent, ".demo-", ".part");
        try {
          Files.copy(
              folder.resolve("inbox").resolve(name),
              draft,
              java.nio.file.StandardCopyOption.REPLACE_EXISTING);
          Files.move(draft, target);
        } catch (FileAlreadyExistsException leftFromAnEarlierDemo) {
          Files.delete(draft);
        }
      }
    }
  }

  /** The name of a file in the list of samples; empty for a file that is none of them. */
  Optional<String> nameOf(Outcome outcome) {
    String name = outcome.file().name();
    boolean plain = outcome.file().source().equals(Source.UNKNOWN.code());
    String folderName = outcome.file().folder();
    String inInbox = folderName.isEmpty() ? name : folderName + "/" + name;
    String key = plain ? inInbox : FEEDS + name;
    return expected.containsKey(key) ? Optional.of(key) : Optional.empty();
  }

  /** Whether a sample had the outcome that it was made for; loaded before counts as loaded. */
  boolean isAsExpected(String name, Outcome outcome) {
    Expected wanted = expected.get(name);
    if (wanted == null) {
      return false;
    }
    Verdict verdict = Verdict.of(outcome);
    if (verdict == Verdict.DUPLICATE) {
      return !wanted.status().equals(Verdict.REJECTED.code());
    }
    if (!wanted.status().equals(verdict.code())) {
      return false;
    }
    LoadCounts counts =
        outcome instanceof Outcome.Loaded loaded
            ? loaded.counts()
            : outcome instanceof Outcome.Rejected rejected ? rejected.counts() : LoadCounts.NONE;
    return counts.observations() == wanted.observations() && counts.rejected() == wanted.rejected();
  }
}
