package io.yanmen.warehouse.load;

import io.yanmen.model.Observation;
import io.yanmen.model.SeriesKey;
import io.yanmen.model.outcome.LandedFile;
import io.yanmen.warehouse.sql.Sql;
import io.yanmen.warehouse.stored.CopyStream;
import io.yanmen.warehouse.stored.DeferredIndexes;
import io.yanmen.warehouse.stored.FigureCache;
import io.yanmen.warehouse.stored.FigureCode;
import io.yanmen.warehouse.stored.FigureSql;
import io.yanmen.warehouse.stored.StoredFigures;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Holds the figures of a file against what is stored: what is new goes straight into the table of
 * observations, what differs from what is stored goes to the candidates, and what says the same is
 * only counted.
 */
final class FigureDiff {
  private static final int MANY_SERIES = 20_000;

  /**
   * In bytes; from here on it pays not to log the first figures of a warehouse. The log of less is
   * written faster than the transaction would wait for its tables at its end.
   */
  private static final long VAST = 1L << 30;

  private final Connection connection;
  private final FigureCache mirror;
  private final StoredFigures stored;
  private final CopyStream stream;
  private final CopyStream.Target observations;
  private final CopyStream.Target series;
  private final ChangedFigures changes;
  private final DeferredIndexes keys;
  private final boolean vast;
  private final boolean patient;
  private final long load;
  private final List<Integer> begun = new ArrayList<>();
  private int reserved;
  private int nextId;
  private int written;
  private int[] numbers = new int[0];
  private long unchanged;
  private boolean contradictions;

  /**
   * @param patient whether nothing is decided before the file has been read to its end
   */
  FigureDiff(
      Connection connection,
      LoaderCache memory,
      SourcePolicy policy,
      LandedFile file,
      long load,
      boolean patient) {
    this.connection = connection;
    this.mirror = memory.mirror();
    this.keys = memory.keys();
    this.vast = file.size() >= VAST;
    this.load = load;
    this.stream = new CopyStream(connection);
    this.stored = new StoredFigures(connection, stream, mirror);
    this.observations = stream.target(FigureSql.COPY_OBSERVATIONS);
    this.series = stream.target(FigureSql.COPY_SERIES);
    this.changes = new ChangedFigures(connection, stream, keys, policy);
    this.patient = patient;
  }

  StoredFigures stored() {
    return stored;
  }

  CopyStream stream() {
    return stream;
  }

  /** Before a large file goes on. */
  void expectMany() throws SQLException {
    if (!keys.areGone()) {
      stream.end();
      keys.letGo(load, mirror.seriesMet() == begun.size());
      if (vast) {
        keys.beginFilesAnew(load);
      }
    }
  }

  /**
   * Makes all series known before a very large file goes on; its areas would ask one after the
   * other.
   */
  void expectVeryMany() throws SQLException {
    stored.allSeries();
  }

  /** Takes figures in the order of the file. */
  void take(Observation[] figures, int count) throws SQLException {
    learnSeries(figures, count);
    number(figures, count);
    learnFigures(figures, count);
    for (int i = 0; i < count; i++) {
      compare(figures[i], numbers[i]);
    }
    if (begun.size() - written >= MANY_SERIES) {
      writeSeries();
    }
    if (!patient) {
      changes.decideEarly();
    }
  }

  @SuppressWarnings("ReferenceEquality") // Only to spare looking for what is one object.
  private void learnSeries(Observation[] figures, int count) throws SQLException {
    Set<String> unknown = new HashSet<>();
    String last = "";
    for (int i = 0; i < count; i++) {
      String area = figures[i].series().areaCode();
      if (area != last) {
        last = area;
        if (!mirror.knowsSeriesOf(area)) {
          unknown.add(area);
        }
      }
    }
    if (!unknown.isEmpty()) {
      stored.seriesOf(unknown);
    }
  }

  private void number(Observation[] figures, int count) throws SQLException {
    if (numbers.length < count) {
      numbers = new int[count];
    }
    int first = begun.size();
    for (int i = 0; i < count; i++) {
      boolean again = i > 0 && figures[i].series().equals(figures[i - 1].series());
      numbers[i] = again ? numbers[i - 1] : mirror.number(figures[i].series());
      if (mirror.id(numbers[i]) == 0) {
        // Marked at once, so that its next figure does not begin it again.
        mirror.begin(numbers[i], -1);
        begun.add(numbers[i]);
      }
    }
    for (int number : begun.subList(first, begun.size())) {
      mirror.begin(number, nextId(begun.size() - first));
    }
  }

  /** Ids are reserved many at a time, since a running COPY must end to ask for more. */
  private int nextId(int needed) throws SQLException {
    if (reserved == 0) {
      stream.end();
      reserved = Math.max(needed, begun.size());
      nextId =
          Math.toIntExact(
              Sql.query(connection, FigureSql.RESERVE_SERIES, reserved, reserved).number());
    }
    reserved--;
    return nextId++;
  }

  private void learnFigures(Observation[] figures, int count) throws SQLException {
    Set<Integer> newest = new HashSet<>();
    for (int i = 0; i < count; i++) {
      if (!mirror.coversNewest(numbers[i])) {
        newest.add(numbers[i]);
      }
    }
    if (!newest.isEmpty()) {
      makeKeys();
      stored.newest(List.copyOf(newest));
    }
    List<StoredFigures.Wanted> wanted = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int ordinal = ordinal(figures[i]);
      if (!mirror.covers(numbers[i], ordinal)) {
        wanted.add(new StoredFigures.Wanted(numbers[i], ordinal));
      }
    }
    if (!wanted.isEmpty()) {
      makeKeys();
      stored.around(wanted);
    }
  }

  /** Before figures are looked for by their key. */
  private void makeKeys() throws SQLException {
    if (keys.areGone()) {
      stream.end();
      keys.restore();
    }
  }

  private static int ordinal(Observation figure) {
    return FigureCache.ordinal(figure.period().frequency(), figure.period().start());
  }

  private void compare(Observation figure, int number) throws SQLException {
    int ordinal = ordinal(figure);
    long code = FigureCode.of(figure.value(), figure.qualifier(), figure.status());
    long before = mirror.said(number, ordinal);
    if (before != FigureCode.NONE) {
      again(number, ordinal, before, code);
      return;
    }
    mirror.say(number, ordinal, code);
    long there = mirror.stored(number, ordinal);
    if (there == FigureCode.NONE) {
      observations.buffer().figure(mirror.id(number), figure, figure.status(), code, load);
      observations.added();
    } else if (FigureCode.leaves(there, code)) {
      unchanged++;
    } else {
      changes.add(mirror.id(number), figure, code, load);
    }
  }

  /** Of cells that say the same of one observation the first counts; else none does. */
  private void again(int number, int ordinal, long before, long code) {
    if (before != FigureCode.CONTRADICTED && !FigureCode.sameValue(before, code)) {
      contradictions = true;
      mirror.say(number, ordinal, FigureCode.CONTRADICTED);
    }
  }

  /** All figures have been taken. */
  void finish() throws SQLException {
    observations.flush();
    changes.flush();
    writeSeries();
    stream.end();
  }

  /**
   * Series that the warehouse did not have, as soon as they are many: it has time while we read.
   */
  private void writeSeries() throws SQLException {
    for (int number : begun.subList(written, begun.size())) {
      SeriesKey key = mirror.key(number);
      series
          .buffer()
          .texts(
              mirror.id(number),
              key.areaCode(),
              key.indicatorCode(),
              key.breakdown(),
              key.measure().code(),
              key.rankIn(),
              key.scenario().code(),
              key.frequency().name(),
              key.accumulation().code());
      series.added();
    }
    series.flush();
    written = begun.size();
  }

  long added() {
    return observations.rows();
  }

  ChangedFigures changes() {
    return changes;
  }

  long unchanged() {
    return unchanged;
  }

  /** Whether cells say different things of one observation. */
  boolean hasContradictions() {
    return contradictions;
  }

  /** Series that the warehouse did not have. */
  List<Integer> begun() {
    return begun;
  }
}
