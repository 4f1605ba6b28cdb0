package io.yanmen.warehouse.check.rule;

import io.yanmen.model.Measure;
import io.yanmen.model.Scenario;
import io.yanmen.model.SeriesKey;
import io.yanmen.warehouse.check.CheckReferenceData;
import io.yanmen.warehouse.check.FiguresInMemory;
import io.yanmen.warehouse.check.IndicatorFacts;
import io.yanmen.warehouse.check.MemoryScan;
import io.yanmen.warehouse.check.Suspects;
import io.yanmen.warehouse.stored.FigureCache;
import io.yanmen.warehouse.stored.FigureCode;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntConsumer;
import java.util.function.ToDoubleFunction;

/**
 * Looks for areas whose value is not the sum of the areas in them, where all of those are known.
 */
final class AreaSums implements MemoryScan {
  private final FiguresInMemory figures;
  private final FigureCache mirror;
  private final CheckReferenceData terms;
  private final ToDoubleFunction<IndicatorFacts> tolerance;
  private final Set<SeriesKey> wholes;

  /** An area with all areas in it that count, each a series. */
  private record Family(int whole, List<Integer> parts, List<Integer> zones, double tolerance) {
    List<Integer> members() {
      List<Integer> all = new ArrayList<>(parts);
      all.add(whole);
      all.addAll(zones);
      return all;
    }
  }

  /**
   * @param tolerance of an indicator, as a part of the sum; not a number where areas do not add up
   */
  AreaSums(FiguresInMemory figures, ToDoubleFunction<IndicatorFacts> tolerance) {
    this.figures = figures;
    this.mirror = figures.cache();
    this.terms = figures.reference();
    this.tolerance = tolerance;
    this.wholes = touched(figures.said());
  }

  @Override
  public void look(int series, SeriesKey key, Suspects suspects) {
    // Sums are made of several series.
  }

  @Override
  public void lookAcross(Suspects suspects) {
    for (SeriesKey whole : wholes) {
      if (!suspects.hasAllOf(whole.indicatorCode())
          && family(whole).filter(this::isWrong).isPresent()) {
        suspects.addAllOf(whole.indicatorCode());
      }
    }
  }

  /** Their series tell which families are complete. */
  @Override
  public Set<String> areas() {
    Set<String> areas = new HashSet<>();
    for (SeriesKey whole : wholes) {
      if (areas.add(whole.areaCode())) {
        terms.partsOf(whole.areaCode()).forEach(part -> areas.add(part.code()));
      }
    }
    return areas;
  }

  /** The members of the complete families. */
  @Override
  public void relatives(IntConsumer taker) {
    for (SeriesKey whole : wholes) {
      family(whole).ifPresent(family -> family.members().forEach(taker::accept));
    }
  }

  /** The areas, as series, whose sums the file may change. */
  @SuppressWarnings("ReferenceEquality") // Only to spare looking for what is one object.
  private Set<SeriesKey> touched(BitSet said) {
    Set<SeriesKey> touched = new LinkedHashSet<>();
    String last = "";
    boolean hasParts = false;
    Optional<String> parent = Optional.empty();
    for (int series = said.nextSetBit(0); series >= 0; series = said.nextSetBit(series + 1)) {
      SeriesKey key = mirror.key(series);
      if (key.areaCode() != last) {
        last = key.areaCode();
        hasParts = !terms.partsOf(last).isEmpty();
        parent = figures.areaAround(last);
      }
      if ((hasParts || parent.isPresent()) && isSummed(key)) {
        if (hasParts) {
          touched.add(key);
        }
        parent.ifPresent(area -> touched.add(key.in(area)));
      }
    }
    return touched;
  }

  private boolean isSummed(SeriesKey key) {
    return key.measure() == Measure.LEVEL
        && key.scenario() == Scenario.ACTUAL
        && terms.of(key.indicatorCode()).filter(IndicatorFacts::summable).isPresent();
  }

  /** Empty where the area, or one of those in it, has no such series. */
  private Optional<Family> family(SeriesKey key) {
    double part = terms.of(key.indicatorCode()).map(tolerance::applyAsDouble).orElse(Double.NaN);
    List<CheckReferenceData.Part> inside = terms.partsOf(key.areaCode());
    int whole = mirror.find(key);
    if (Double.isNaN(part) || inside.isEmpty() || whole < 0) {
      return Optional.empty();
    }
    List<Integer> parts = new ArrayList<>();
    List<Integer> zones = new ArrayList<>();
    for (CheckReferenceData.Part area : inside) {
      int member = mirror.find(key.in(area.code()));
      if (member >= 0) {
        (area.zone() ? zones : parts).add(member);
      } else if (!area.zone()) {
        return Optional.empty();
      }
    }
    return parts.isEmpty() ? Optional.empty() : Optional.of(new Family(whole, parts, zones, part));
  }

  private boolean isWrong(Family family) {
    Set<Integer> periods = new TreeSet<>();
    for (int member : family.members()) {
      for (int block = mirror.newestBlock(member); block >= 0; block = mirror.blockBefore(block)) {
        for (int at = mirror.saidAt(block); at != 0; at &= at - 1) {
          int i = Integer.numberOfTrailingZeros(at);
          if (FigureCode.isFigure(mirror.saidIn(block, i))) {
            periods.add(mirror.firstOrdinal(block) + i);
          }
        }
      }
    }
    return periods.stream().anyMatch(period -> isWrong(family, period));
  }

  private boolean isWrong(Family family, int period) {
    for (int member : family.members()) {
      if (!mirror.covers(member, period) || FigureCode.isLarge(mirror.figure(member, period))) {
        return true;
      }
    }
    double parts = 0;
    for (int part : family.parts()) {
      long figure = mirror.figure(part, period);
      if (!FigureCode.isFigure(figure)) {
        return false;
      }
      parts += FigureCode.value(figure);
    }
    long known = mirror.figure(family.whole(), period);
    if (!FigureCode.isFigure(known)) {
      return false;
    }
    double zones = 0;
    for (int zone : family.zones()) {
      long figure = mirror.figure(zone, period);
      zones += FigureCode.isFigure(figure) ? FigureCode.value(figure) : 0;
    }
    double whole = FigureCode.value(known);
    double limit = family.tolerance() * Math.abs(whole) - FiguresInMemory.CLOSE * Math.abs(parts);
    return Math.min(Math.abs(parts - whole), Math.abs(parts + zones - whole)) > limit;
  }
}
