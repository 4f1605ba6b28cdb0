package io.yanmen.console.sdmx;

import io.yanmen.console.web.Request;
import io.yanmen.console.web.Response;
import io.yanmen.model.SeriesKey;
import io.yanmen.warehouse.query.FigureQuery;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;

/**
 * Data queries. An answer is written to a file first, so that one that fails on the way is an
 * error, and one without figures is none.
 */
final class DataOperation {
  private static final long MOST_FIGURES = 5_000_000;

  private final FigureQuery figures;
  private final Codes codes;
  private final Path folder;
  private final Clock clock;

  DataOperation(FigureQuery figures, Codes codes, Path folder, Clock clock) {
    this.figures = figures;
    this.codes = codes;
    this.folder = folder;
    this.clock = clock;
  }

  Response answer(Request request) throws IOException, SQLException {
    DataRequest asked = DataRequest.of(request, codes, clock.getZone());
    Path file = Files.createTempFile(folder, "answer-", ".tmp");
    boolean found = false;
    try {
      try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
        DataAnswer answer = answer(asked, request, out);
        Counted counted = new Counted(answer);
        if (asked.detail().hasFigures()) {
          figures.read(asked.selection(), counted);
        } else {
          figures.readSeries(asked.selection(), counted);
        }
        answer.finish();
        found = counted.any;
      }
    } finally {
      if (!found) {
        Files.delete(file);
      }
    }
    return found
        ? Response.passing(file, asked.form().form().type()).with("Vary", "Accept, Accept-Language")
        : SdmxErrors.of(404, "", request);
  }

  private DataAnswer answer(DataRequest asked, Request request, OutputStream out)
      throws IOException {
    return switch (asked.form().form()) {
      case CSV -> new CsvAnswer(out, asked, codes, request.language());
      case JSON -> new JsonAnswer(out, asked, codes, request.language(), clock.instant());
      case GENERIC, SPECIFIC -> new MlAnswer(out, asked, clock.instant());
    };
  }

  /** Stops where the answer grows past what is served at once. */
  private static final class Counted implements FigureQuery.Sink {
    private final FigureQuery.Sink sink;
    private boolean any;
    private long count;

    Counted(FigureQuery.Sink sink) {
      this.sink = sink;
    }

    @Override
    public void series(SeriesKey key, String unit) throws IOException {
      any = true;
      sink.series(key, unit);
    }

    @Override
    public void figure(FigureQuery.Figure figure) throws IOException {
      if (++count > MOST_FIGURES) {
        any = false;
        throw new SdmxRefusal(413, "sdmx.refused.large", MOST_FIGURES);
      }
      sink.figure(figure);
    }
  }
}
