package io.yanmen.reading.feed;

import io.yanmen.catalog.AreaNames;
import io.yanmen.catalog.IndicatorNames;
import io.yanmen.catalog.UnitGrammar;
import io.yanmen.model.outcome.UnreadableFileException;
import io.yanmen.reading.feed.coding.CatalogWords;
import io.yanmen.reading.feed.coding.ComponentLabelReader;
import io.yanmen.reading.feed.format.FeedFormats;
import io.yanmen.reading.feed.mapping.FeedSettings;
import io.yanmen.reading.feed.message.FeedFormat;
import io.yanmen.reading.feed.message.FeedRefusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Reads feeds into statements, figure by figure, in little memory however large the file.
 *
 * <p>Where a figure stands is told by a {@link io.yanmen.model.table.CellAddress}: of a table the
 * cell itself; of JSON and XML the series (the codes of its dimensions but time, joined by dots) in
 * place of a sheet, and as row the number of the figure in its series or list, from 0. So {@code
 * A020101.140000!A7} is the seventh figure of the answer, and belongs to that indicator and area.
 */
public final class FeedReader {
  /** Endings of files that are looked into for a feed; all others name something else. */
  private static final Set<String> JSON_ENDINGS = Set.of("", "json", "jsonstat", "sdmx");

  private static final Set<String> XML_ENDINGS = Set.of("", "xml", "sdmx");
  private static final Set<String> TEXT_ENDINGS = Set.of("", "csv", "txt", "tsv");

  private final CatalogWords words;
  private final FeedFormats formats;
  private final FormatSniffer sniffer;

  /**
   * @param labels understands labels as if they stood in a table
   */
  public FeedReader(
      AreaNames areas, IndicatorNames indicators, UnitGrammar units, ComponentLabelReader labels) {
    this(areas, indicators, units, labels, FeedFormats.known());
  }

  /**
   * @param formats that are read
   */
  public FeedReader(
      AreaNames areas,
      IndicatorNames indicators,
      UnitGrammar units,
      ComponentLabelReader labels,
      FeedFormats formats) {
    this.formats = formats;
    this.sniffer = new FormatSniffer(formats);
    this.words = new CatalogWords(areas, indicators, units, labels);
  }

  /**
   * The format of a file, as its source fixes it or its content tells.
   *
   * @param fileName a feed is only looked for where the ending does not say something else
   * @return empty if it is no feed, but a table or something that is not read
   * @throws UnreadableFileException if it is broken before its format can be told
   */
  public Optional<FeedFormat> format(Path content, String fileName, FeedSettings settings)
      throws UnreadableFileException, IOException {
    if (settings.format().isPresent()) {
      return settings.format();
    }
    String ending = ending(fileName);
    boolean json = JSON_ENDINGS.contains(ending);
    boolean xml = XML_ENDINGS.contains(ending);
    boolean text = TEXT_ENDINGS.contains(ending);
    if (!(json || xml || text) || Files.size(content) == 0) {
      return Optional.empty();
    }
    return switch (sniffer.family(content)) {
      case JSON -> json ? sniffer.look(content).format() : Optional.empty();
      case XML -> xml ? sniffer.look(content).format() : Optional.empty();
      case TABLE -> text ? sniffer.look(content).format() : Optional.empty();
    };
  }

  private static String ending(String fileName) {
    int dot = fileName.lastIndexOf('.');
    return dot < 0 ? "" : fileName.substring(dot + 1).toLowerCase(Locale.ROOT);
  }

  /**
   * Takes the rows of a format that {@link FeedFormat#isTable() is a table}.
   *
   * @throws IllegalArgumentException if it is none
   */
  public FeedTable table(FeedFormat format, FeedSettings settings, FeedSink sink) {
    FeedStatements statements = new FeedStatements(format, settings, words, sink);
    return new FeedTable(statements, formats.reader(format).rows(settings, statements));
  }

  /**
   * Reads a file of a format that is no table.
   *
   * @throws UnreadableFileException if it cannot be read as a whole; what was sent before must not
   *     be kept
   * @throws IllegalArgumentException if the format is a table
   */
  public FeedSummary read(Path content, FeedFormat format, FeedSettings settings, FeedSink sink)
      throws UnreadableFileException, IOException {
    FeedStatements statements = new FeedStatements(format, settings, words, sink);
    check(content, format);
    formats.reader(format).read(content, settings, statements, statements);
    return statements.summary();
  }

  /** A publisher's error page, or an answer of another form, is refused by what it is. */
  private void check(Path content, FeedFormat format) throws UnreadableFileException, IOException {
    if (Files.size(content) == 0) {
      throw FeedRefusal.empty();
    }
    FormatSniffer.Looks looks = sniffer.look(content);
    boolean other =
        sniffer.family(content) != format.family()
            || (!format.isByHand()
                && looks.format().isPresent()
                && !looks.format().get().equals(format));
    if (other) {
      throw FeedRefusal.otherFormat(
          format, looks.format().map(FeedFormat::label).orElse(looks.label()));
    }
  }
}
