package io.yanmen.warehouse.check.rule;

import io.yanmen.model.Measure;
import io.yanmen.model.Scenario;
import io.yanmen.model.SeriesKey;
import io.yanmen.model.outcome.RejectionCode;
import io.yanmen.warehouse.check.CheckReferenceData;
import io.yanmen.warehouse.check.FiguresInMemory;
import io.yanmen.warehouse.check.MemoryScan;
import io.yanmen.warehouse.check.PerIndicator;
import io.yanmen.warehouse.check.Suspects;
import io.yanmen.warehouse.stored.FigureCache;
import io.yanmen.warehouse.stored.FigureCode;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntConsumer;
import java.util.function.IntPredicate;

/** Looks for figures of the file that are more than what they are part of. */
final class WholesScan implements MemoryScan {
  private final FiguresInMemory figures;
  private final FigureCache cache;
  private final CheckReferenceData reference;
  private final BitSet said;

  /** As a part of the whole; not a number where a part may be more. */
  private final PerIndicator<Double> tolerances;

  WholesScan(FiguresInMemory figures, RejectionCode check) {
    this.figures = figures;
    this.cache = figures.cache();
    this.reference = figures.reference();
    this.said = figures.said();
    this.tolerances =
        new PerIndicator<>(
            reference,
            facts -> facts.summable() ? facts.threshold(check, "tolerance") : Double.NaN);
  }

  /** Those whose series tell whether the whole, or the parts, are there. */
  @Override
  public Set<String> areas() {
    Set<String> areas = new HashSet<>();
    for (int series = said.nextSetBit(0); series >= 0; series = said.nextSetBit(series + 1)) {
      SeriesKey key = cache.key(series);
      if (isHeld(key)) {
        figures.areaAround(key.areaCode()).ifPresent(areas::add);
        reference.partsOf(key.areaCode()).forEach(part -> areas.add(part.code()));
        if (!wholesOfParts(key).isEmpty()) {
          areas.add(key.areaCode());
        }
      }
    }
    return areas;
  }

  @Override
  public void relatives(IntConsumer taker) {
    for (int series = said.nextSetBit(0); series >= 0; series = said.nextSetBit(series + 1)) {
      SeriesKey key = cache.key(series);
      if (isHeld(key)) {
        wholes(key).forEach(whole -> accept(whole, taker));
        reference.partsOf(key.areaCode()).forEach(part -> accept(key.in(part.code()), taker));
      }
    }
  }

  private void accept(SeriesKey key, IntConsumer taker) {
    int series = cache.find(key);
    if (series >= 0) {
      taker.accept(series);
    }
  }

  @Override
  public void look(int series, SeriesKey key, Suspects suspects) {
    if (!isHeld(key)) {
      return;
    }
    for (SeriesKey whole : wholes(key)) {
      compare(series, cache.find(whole), key, suspects, whole);
    }
    for (CheckReferenceData.Part part : reference.partsOf(key.areaCode())) {
      compare(cache.find(key.in(part.code())), series, key, suspects, key);
    }
  }

  private void compare(int part, int whole, SeriesKey key, Suspects suspects, SeriesKey of) {
    boolean suspected =
        suspects.hasAllOf(key.indicatorCode()) && suspects.hasAllOf(of.indicatorCode());
    if (part < 0 || whole < 0 || suspected) {
      return;
    }
    double tolerance = tolerances.of(key.indicatorCode());
    IntPredicate exceeds = period -> exceeds(part, whole, period, tolerance);
    if (figures.anySaid(part, exceeds) || figures.anySaid(whole, exceeds)) {
      suspects.addAllOf(key.indicatorCode());
      suspects.addAllOf(of.indicatorCode());
    }
  }

  private boolean isHeld(SeriesKey key) {
    return key.measure() == Measure.LEVEL
        && key.scenario() == Scenario.ACTUAL
        && reference.of(key.indicatorCode()).isPresent()
        && !Double.isNaN(tolerances.of(key.indicatorCode()));
  }

  private List<SeriesKey> wholes(SeriesKey key) {
    List<SeriesKey> ofParts = wholesOfParts(key);
    Optional<String> around = figures.areaAround(key.areaCode());
    if (around.isEmpty()) {
      return ofParts;
    }
    List<SeriesKey> all = new ArrayList<>(ofParts);
    all.add(key.in(around.get()));
    return all;
  }

  private List<SeriesKey> wholesOfParts(SeriesKey key) {
    boolean part = !key.breakdown().equals(SeriesKey.WHOLE);
    Optional<String> larger = reference.wholeOf(part ? key.breakdown() : key.indicatorCode());
    if (!part) {
      return larger.map(key::of).map(List::of).orElse(List.of());
    }
    SeriesKey whole = key.broken(SeriesKey.WHOLE);
    return larger.map(it -> List.of(whole, key.broken(it))).orElse(List.of(whole));
  }

  private boolean exceeds(int part, int whole, int ordinal, double tolerance) {
    if (!cache.covers(part, ordinal) || !cache.covers(whole, ordinal)) {
      return true;
    }
    long small = cache.figure(part, ordinal);
    long large = cache.figure(whole, ordinal);
    if (!FigureCode.isFigure(small) || !FigureCode.isFigure(large)) {
      return false;
    }
    double limit = Math.abs(FigureCode.value(large)) * (1 + tolerance - FiguresInMemory.CLOSE);
    return FigureCode.isLarge(small)
        || FigureCode.isLarge(large)
        || FigureCode.value(small) > limit - FiguresInMemory.CLOSE;
  }
}
