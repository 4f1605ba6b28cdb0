package io.yanmen.reading;

import io.yanmen.catalog.AreaNames;
import io.yanmen.catalog.Catalog;
import io.yanmen.catalog.IndicatorNames;
import io.yanmen.catalog.LearnedNames;
import io.yanmen.catalog.UnitGrammar;
import io.yanmen.model.outcome.FigureSource;
import io.yanmen.model.outcome.ObservationSink;
import io.yanmen.model.outcome.ReadingSummary;
import io.yanmen.model.outcome.UnreadableFileException;
import io.yanmen.reading.check.FigureChecks;
import io.yanmen.reading.feed.FeedReader;
import io.yanmen.reading.feed.FeedSummary;
import io.yanmen.reading.feed.FeedTable;
import io.yanmen.reading.feed.format.FeedFormats;
import io.yanmen.reading.feed.mapping.FeedSettings;
import io.yanmen.reading.feed.message.FeedFormat;
import io.yanmen.reading.format.TableReader;
import io.yanmen.reading.interpret.LabelParser;
import io.yanmen.reading.interpret.SourceHints;
import io.yanmen.reading.interpret.TableInterpreter;
import io.yanmen.reading.interpret.TableInterpreters;
import io.yanmen.reading.normalise.DecisionListener;
import io.yanmen.reading.normalise.Normaliser;
import io.yanmen.reading.source.Source;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Joins the stages from the bytes of a file, a table or a feed, to its observations. What no figure
 * can be is refused here, so that whoever reads a file refuses the same.
 */
public final class FileReading {
  private final Catalog shipped;
  private final TableReader reader;
  private final AreaNames areas;
  private final IndicatorNames indicators;
  private final UnitGrammar units = new UnitGrammar();
  private final TableInterpreters interpreters;
  private final FeedFormats formats;
  private final FeedReader feeds;
  private final FigureChecks checks;
  private final Optional<LocalDate> arrival;

  public FileReading(Catalog catalog, TableReader reader) {
    this(catalog, reader, FeedFormats.known());
  }

  /**
   * @param formats of feeds that are read
   */
  public FileReading(Catalog catalog, TableReader reader, FeedFormats formats) {
    this(catalog, reader, formats, LearnedNames.NONE);
  }

  private FileReading(
      Catalog shipped, TableReader reader, FeedFormats formats, LearnedNames learned) {
    this.shipped = shipped;
    Catalog catalog = learned.in(shipped);
    this.formats = formats;
    this.reader = reader;
    this.areas = new AreaNames(catalog);
    this.indicators = new IndicatorNames(catalog);
    this.checks = FigureChecks.of(catalog);
    this.interpreters = new TableInterpreters(areas, indicators, units, learned.words());
    this.feeds =
        new FeedReader(
            areas,
            indicators,
            units,
            new LabelParser(areas, indicators, units, learned.words())::read,
            formats);
    this.arrival = Optional.empty();
  }

  private FileReading(FileReading other, LocalDate arrival) {
    this.shipped = other.shipped;
    this.reader = other.reader;
    this.areas = other.areas;
    this.indicators = other.indicators;
    this.interpreters = other.interpreters;
    this.formats = other.formats;
    this.feeds = other.feeds;
    this.checks = other.checks;
    this.arrival = Optional.of(arrival);
  }

  /** A reading of files that came on a day: what they say of later ones has not happened yet. */
  public FileReading arrivedOn(LocalDate day) {
    return new FileReading(this, day);
  }

  /** A reading that knows these names and words, and no others beside those of the catalogue. */
  public FileReading knowing(LearnedNames learned) {
    return new FileReading(shipped, reader, formats, learned);
  }

  /**
   * The figures of a file that a source sent; nothing is read before they are asked for.
   *
   * @param content the bytes
   * @param fileName the name that the file came with
   */
  public FigureSource of(Path content, String fileName, Source source) {
    return of(content, fileName, source, DecisionListener.NONE);
  }

  /** The figures of a file, each decision on them seen by a witness. */
  public FigureSource of(Path content, String fileName, Source source, DecisionListener witness) {
    return sink -> {
      Optional<FeedFormat> format = feeds.format(content, fileName, source.feed());
      return format.isPresent()
          ? feed(content, fileName, format.get(), source.feed(), sink, witness)
          : table(content, fileName, source.code(), source.hints(), sink, witness);
    };
  }

  /** The figures of a table; nothing is read before they are asked for. */
  public FigureSource of(Path content, String fileName, SourceHints hints) {
    return sink -> table(content, fileName, "", hints, sink, DecisionListener.NONE);
  }

  private Normaliser normaliser(ObservationSink sink, DecisionListener witness) {
    return new Normaliser(
        areas,
        indicators,
        units,
        checks.before(sink),
        new CheckedDecisions(checks, witness),
        arrival);
  }

  private ReadingSummary table(
      Path content,
      String fileName,
      String source,
      SourceHints hints,
      ObservationSink sink,
      DecisionListener witness)
      throws UnreadableFileException, IOException {
    Normaliser normaliser = normaliser(sink, witness);
    TableInterpreter tables = interpreters.of(fileName, source, hints, normaliser);
    reader.read(content, fileName, tables);
    return new ReadingSummary(tables.cellsRead(), normaliser.valueCells(), tables.notes());
  }

  private ReadingSummary feed(
      Path content,
      String fileName,
      FeedFormat format,
      FeedSettings settings,
      ObservationSink sink,
      DecisionListener witness)
      throws UnreadableFileException, IOException {
    Normaliser normaliser = normaliser(sink, witness);
    FeedStatementSink statements = new FeedStatementSink(normaliser, sink);
    FeedSummary summary;
    if (format.isTable()) {
      FeedTable table = feeds.table(format, settings, statements);
      reader.read(content, fileName, table);
      summary = table.end();
    } else {
      summary = feeds.read(content, format, settings, statements);
    }
    return new ReadingSummary(
        summary.values(), normaliser.valueCells() + summary.rejected(), summary.notes());
  }
}
