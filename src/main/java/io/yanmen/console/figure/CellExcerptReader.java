package io.yanmen.console.figure;

import io.yanmen.model.outcome.UnreadableFileException;
import io.yanmen.model.table.CellAddress;
import io.yanmen.reading.format.TableReader;
import io.yanmen.service.land.Decisions;
import io.yanmen.warehouse.query.FigureHistory;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** Reads the piece of an archived file around a figure: as far as it stands, and no further. */
public final class CellExcerptReader {
  private static final int MOST_TEXT_BYTES = 20_000_000;

  private final Decisions archive;
  private final TableReader tables;
  private final Duration patience;

  /**
   * @param archive where the bytes of landed files are
   * @param patience after which a place counts as too far down
   */
  public CellExcerptReader(Path archive, TableReader tables, Duration patience) {
    this.archive = new Decisions(archive);
    this.tables = tables;
    this.patience = patience;
  }

  public CellExcerpt read(FigureHistory.Figure figure) throws IOException {
    String sha256 = figure.origin().sha256();
    Path content = archive.content(sha256);
    if (!sha256.matches("[0-9a-f]{64}") || !Files.isRegularFile(content)) {
      return new CellExcerpt.Missing(CellExcerpt.Reason.GONE);
    }
    return isMarkup(content)
        ? text(content, figure)
        : CellPlace.of(figure.cell())
            .map(it -> table(content, figure.origin().fileName(), it))
            .orElseGet(() -> new CellExcerpt.Missing(CellExcerpt.Reason.NOT_FOUND));
  }

  /** JSON or XML, by its first character; workbooks begin with other bytes, and tables are rows. */
  private static boolean isMarkup(Path content) throws IOException {
    try (InputStream in = Files.newInputStream(content)) {
      String start = new String(in.readNBytes(64), StandardCharsets.UTF_8);
      String first = start.replace("\uFEFF", "").stripLeading();
      return first.startsWith("{") || first.startsWith("[") || first.startsWith("<");
    }
  }

  private CellExcerpt table(Path content, String fileName, CellAddress cell) {
    TableWindow window = new TableWindow(cell, deadline());
    try {
      tables.read(content, fileName, window);
    } catch (TableWindow.Enough e) {
      // All that was wanted is there.
    } catch (UnreadableFileException | IOException | RuntimeException e) {
      // Some readers take the end of our interest for a damage of the file.
      if (!window.isFound() && !window.isLate()) {
        return new CellExcerpt.Missing(CellExcerpt.Reason.UNREADABLE);
      }
    }
    if (window.isFound()) {
      return window.table();
    }
    return new CellExcerpt.Missing(
        window.isLate() ? CellExcerpt.Reason.TOO_FAR : CellExcerpt.Reason.NOT_FOUND);
  }

  private BooleanSupplier deadline() {
    long end = System.nanoTime() + patience.toNanos();
    return () -> System.nanoTime() - end > 0;
  }

  private static CellExcerpt text(Path content, FigureHistory.Figure figure) throws IOException {
    String text;
    try (InputStream in = Files.newInputStream(content)) {
      text = new String(in.readNBytes(MOST_TEXT_BYTES), StandardCharsets.UTF_8);
    }
    Optional<CellExcerpt.Text> found =
        new TextWindow(text).find(figure.valueAsWritten(), wordsOf(figure));
    return found.isPresent() ? found.get() : new CellExcerpt.Missing(CellExcerpt.Reason.NOT_FOUND);
  }

  /** The codes of its series, and its period as feeds write it. */
  private static List<String> wordsOf(FigureHistory.Figure figure) {
    List<String> words = new ArrayList<>();
    String series = CellPlace.of(figure.cell()).map(CellAddress::sheet).orElseGet(figure::cell);
    for (String part : series.split("[./:\\s]+")) {
      if (!part.isBlank()) {
        words.add('"' + part + '"');
        words.add(part);
      }
    }
    String year = Integer.toString(figure.periodStart().getYear());
    int month = figure.periodStart().getMonthValue();
    words.add(figure.period());
    words.add("%s%02d".formatted(year, month));
    words.add("%s-%02d".formatted(year, month));
    words.add("%sM%02d".formatted(year, month));
    words.add("%s-Q%d".formatted(year, (month + 2) / 3));
    words.add(year);
    return words;
  }
}
