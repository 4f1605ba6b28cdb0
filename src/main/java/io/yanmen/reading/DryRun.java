package io.yanmen.reading;

import io.yanmen.model.Observation;
import io.yanmen.model.ObservationStatus;
import io.yanmen.model.Period;
import io.yanmen.model.SeriesKey;
import io.yanmen.model.outcome.Acceptance;
import io.yanmen.model.outcome.FigureSource;
import io.yanmen.model.outcome.ObservationSink;
import io.yanmen.model.outcome.ReadingSummary;
import io.yanmen.model.outcome.Rejection;
import io.yanmen.model.outcome.RejectionCode;
import io.yanmen.model.outcome.UnreadableFileException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds what a load would keep of a file, without a warehouse and in little memory: the file is
 * read twice, first for what only its end tells (contradictions, the status of a table), then for
 * its figures.
 */
public final class DryRun {
  private final FigureSource figures;

  public DryRun(FigureSource figures) {
    this.figures = figures;
  }

  /**
   * What was found, in numbers.
   *
   * @param observations observations sent
   * @param rejected rejections sent
   * @param taken figures read, with those that the file contradicts or repeats
   * @param rejectedWhenRead what was refused before it was a figure
   */
  public record DryRunResult(
      ReadingSummary reading, long observations, long rejected, long taken, long rejectedWhenRead) {
    /** Whether a load would take the file. */
    public Acceptance acceptance(double toleratedShare) {
      return Acceptance.of(reading, taken, rejectedWhenRead, rejected, toleratedShare);
    }
  }

  /**
   * @throws UnreadableFileException if the file cannot be read as a whole; then nothing was sent
   */
  public DryRunResult run(FindingSink findings) throws UnreadableFileException, IOException {
    Survey survey = new Survey();
    figures.read(survey);
    Sifting sifting = new Sifting(survey, findings);
    ReadingSummary reading = figures.read(sifting);
    long rejectedWhenRead = sifting.rejected;
    sifting.refuseContradictions();
    return new DryRunResult(
        reading, sifting.observations, sifting.rejected, sifting.taken, rejectedWhenRead);
  }

  private static long keyOf(Observation observation) {
    SeriesKey series = observation.series();
    return ObservationKeySet.hash(
        series.areaCode(),
        series.indicatorCode(),
        series.breakdown(),
        series.measure().name(),
        series.rankIn(),
        series.scenario().name(),
        series.accumulation().name(),
        observation.period().label());
  }

  private static long valueOf(Observation observation) {
    return ObservationKeySet.hash(
        observation.value().stripTrailingZeros().toPlainString(), observation.qualifier().name());
  }

  /** First reading: which keys come twice, which with two values, and the status of tables. */
  private static final class Survey implements ObservationSink {
    private final ObservationKeySet seen = new ObservationKeySet();
    private final ObservationKeySet repeated = new ObservationKeySet();
    private final ObservationKeySet contradicted = new ObservationKeySet();
    private final Map<Integer, ObservationStatus> statuses = new HashMap<>();

    @Override
    public void observation(Observation observation) {
      long key = keyOf(observation);
      long value = valueOf(observation);
      int before = seen.size();
      if (seen.putIfAbsent(key, value) != value) {
        contradicted.putIfAbsent(key, key);
      } else if (seen.size() == before) {
        repeated.putIfAbsent(key, key);
      }
    }

    @Override
    public void rejection(Rejection rejection) {}

    @Override
    public void tableStatus(int tableNo, ObservationStatus status) {
      statuses.put(tableNo, status);
    }
  }

  /** Second reading: sends what is fine and keeps back what contradicts. */
  private static final class Sifting implements ObservationSink {
    private record Key(SeriesKey series, Period period) {}

    private final Survey survey;
    private final FindingSink findings;
    private final ObservationKeySet sent = new ObservationKeySet();
    private final Map<Key, List<Observation>> heldBack = new LinkedHashMap<>();
    private long taken;
    private long observations;
    private long rejected;

    Sifting(Survey survey, FindingSink findings) {
      this.survey = survey;
      this.findings = findings;
    }

    @Override
    public void observation(Observation observation) {
      taken++;
      long key = keyOf(observation);
      if (survey.contradicted.contains(key)) {
        heldBack
            .computeIfAbsent(
                new Key(observation.series(), observation.period()), k -> new ArrayList<>())
            .add(observation);
      } else if (!survey.repeated.contains(key)) {
        send(observation);
      } else if (!sent.contains(key)) {
        sent.putIfAbsent(key, key);
        send(observation);
      }
    }

    private void send(Observation observation) {
      observations++;
      findings.observation(withStatusOfTable(observation));
    }

    private Observation withStatusOfTable(Observation it) {
      ObservationStatus status = survey.statuses.get(it.tableNo());
      if (status == null || it.status() != ObservationStatus.A) {
        return it;
      }
      return new Observation(
          it.series(),
          it.period(),
          it.value(),
          it.qualifier(),
          status,
          it.tableNo(),
          it.cell(),
          it.unitAsWritten(),
          it.valueAsWritten());
    }

    @Override
    public void rejection(Rejection rejection) {
      rejected++;
      findings.rejection(rejection);
    }

    @Override
    public void tableStatus(int tableNo, ObservationStatus status) {}

    /** Each cell of a contradiction is refused, and names another cell that says otherwise. */
    void refuseContradictions() {
      for (List<Observation> group : heldBack.values()) {
        Observation first = group.get(0);
        Optional<Observation> other =
            group.stream().filter(it -> valueOf(it) != valueOf(first)).findFirst();
        if (other.isEmpty()) {
          // Two keys shared a hash; this one says the same thing throughout.
          send(first);
          continue;
        }
        for (Observation it : group) {
          Observation against = valueOf(it) == valueOf(first) ? other.get() : first;
          rejection(
              new Rejection(
                  RejectionCode.CONTRADICTORY_VALUES,
                  it.tableNo(),
                  it.cell(),
                  it.valueAsWritten(),
                  List.of(
                      it.valueAsWritten(),
                      it.cell().toString(),
                      against.valueAsWritten(),
                      against.cell().toString())));
        }
      }
    }
  }
}
