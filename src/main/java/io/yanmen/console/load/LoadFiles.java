package io.yanmen.console.load;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.yanmen.service.home.Home;
import io.yanmen.service.home.TargetFileName;
import io.yanmen.service.land.Decisions;
import io.yanmen.warehouse.history.LoadList;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The files of a load: its bytes in the archive, and what was put beside it in {@code data/done},
 * {@code data/rejected} or {@code data/held}. Only what the warehouse says of a load leads to a
 * file, and none outside of {@code data/} is given out, whatever it says.
 */
public final class LoadFiles {
  private static final String REPORT = ".report.html";
  private static final String DATA = ".report.json";
  private static final String MARKED = ".marked.xlsx";

  private static final int COMPARED = 12;

  private final Home home;
  private final ZoneId zone;
  private final ObjectMapper json = new ObjectMapper();

  public LoadFiles(Home home, ZoneId zone) {
    this.home = home;
    this.zone = zone;
  }

  /** The bytes that were loaded; empty if the archive has them no more. */
  public Optional<Path> original(LoadList.ListedLoad load) {
    return load.sha256().matches("[0-9a-f]{64}")
        ? given(new Decisions(home.archive()).content(load.sha256()))
        : Optional.empty();
  }

  /** Where the file lies now, below {@code data/}; empty if a person took it away. */
  public Optional<String> filedAs(LoadList.ListedLoad load) throws IOException {
    return base(load)
        .flatMap(this::given)
        .map(it -> home.data().relativize(it).toString().replace('\\', '/'));
  }

  public Optional<Path> report(LoadList.ListedLoad load) throws IOException {
    return beside(load, REPORT);
  }

  /** The copy of the workbook in which the refused cells are marked. */
  public Optional<Path> marked(LoadList.ListedLoad load) throws IOException {
    return beside(load, MARKED);
  }

  private Optional<Path> beside(LoadList.ListedLoad load, String ending) throws IOException {
    return base(load).map(it -> sibling(it, ending)).flatMap(this::given);
  }

  private static Path sibling(Path file, String ending) {
    return file.resolveSibling(file.getFileName() + ending);
  }

  /** Where the file was put; it need not lie there any more. */
  private Optional<Path> base(LoadList.ListedLoad load) throws IOException {
    if (!load.filedAs().isEmpty()) {
      Path noted = home.data().resolve(load.filedAs()).normalize();
      boolean inPlace = roots().stream().anyMatch(noted::startsWith);
      if (inPlace && (Files.exists(noted) || Files.exists(sibling(noted, REPORT)))) {
        return Optional.of(noted);
      }
    }
    return searched(load);
  }

  private List<Path> roots() {
    return List.of(home.done(), home.rejected(), home.held());
  }

  /** Loads of an older release, and replayed ones, are found by the report of their day. */
  private Optional<Path> searched(LoadList.ListedLoad load) throws IOException {
    LocalDate day = LocalDate.ofInstant(load.finishedAt(), zone);
    String beginning = TargetFileName.beginning(load.fileName(), COMPARED);
    for (Path root : roots()) {
      for (LocalDate it : List.of(day, day.plusDays(1))) {
        Path folder = root.resolve(it.toString());
        if (Files.isDirectory(folder)) {
          try (Stream<Path> files = Files.list(folder)) {
            Optional<Path> found =
                files
                    .filter(f -> f.getFileName().toString().startsWith(beginning))
                    .filter(f -> f.toString().endsWith(DATA))
                    .filter(f -> tellsOf(f, load))
                    .findFirst();
            if (found.isPresent()) {
              String report = found.get().getFileName().toString();
              return Optional.of(
                  folder.resolve(report.substring(0, report.length() - DATA.length())));
            }
          }
        }
      }
    }
    return Optional.empty();
  }

  private boolean tellsOf(Path report, LoadList.ListedLoad load) {
    try {
      JsonNode said = json.readTree(report.toFile());
      Instant received = Instant.parse(said.path("receivedAt").asText());
      return load.sha256().equals(said.path("sha256").asText())
          && Duration.between(received, load.receivedAt()).abs().toMillis() < 2;
    } catch (IOException | java.time.DateTimeException e) {
      return false;
    }
  }

  /** An ordinary file that really lies below {@code data/}. */
  private Optional<Path> given(Path file) {
    try {
      boolean ours =
          Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
              && file.toRealPath().startsWith(home.data().toRealPath());
      return ours ? Optional.of(file) : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
