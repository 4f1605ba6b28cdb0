package io.yanmen.warehouse.check;

import io.yanmen.model.Measure;
import io.yanmen.model.Scenario;
import io.yanmen.model.SeriesKey;
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

/**
 * Looks for areas whose value is not the sum of the areas in them, where all of those are known.
 */
final class AreaSums {
  private final FigureCache mirror;
  private final CheckReferenceData terms;
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
   * @param said the series of which the file says something
   */
  AreaSums(FigureCache mirror, CheckReferenceData terms, BitSet said) {
    this.mirror = mirror;
    this.terms = terms;
    this.wholes = touched(said);
  }

  /**
   * @param suspicious takes the indicators of which a sum is wrong
   */
  void look(Set<String> suspicious) {
    for (SeriesKey whole : wholes) {
      if (!suspicious.contains(whole.indicatorCode())
          && family(whole).filter(this::isWrong).isPresent()) {
        suspicious.add(whole.indicatorCode());
      }
    }
  }

  /** The areas whose series must be known to tell which families are complete. */
  Set<String> areas() {
    Set<String> areas = new HashSet<>();
    for (SeriesKey whole : wholes) {
      if (areas.add(whole.areaCode())) {
        terms.partsOf(whole.areaCode()).forEach(part -> areas.add(part.code()));
      }
    }
    return areas;
  }

  /** Takes the members of the complete families. */
  void members(IntConsumer taker) {
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
        parent = terms.parentOf(last).filter(this::mayHaveFigures);
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

  /** Most counties have no figures of the area around them beside their own. */
  private boolean mayHaveFigures(String area) {
    return mirror.hasMet(area) || !mirror.knowsSeriesOf(area);
  }

  private boolean isSummed(SeriesKey key) {
    return key.measure() == Measure.LEVEL
        && key.scenario() == Scenario.ACTUAL
        && terms.of(key.indicatorCode()).filter(Thresholds::summable).isPresent();
  }

  /** Empty where the area, or one of those in it, has no such series. */
  private Optional<Family> family(SeriesKey key) {
    double tolerance = terms.of(key.indicatorCode()).map(Thresholds::sum).orElse(Double.NaN);
    List<CheckReferenceData.Part> inside = terms.partsOf(key.areaCode());
    int whole = mirror.find(key);
    if (Double.isNaN(tolerance) || inside.isEmpty() || whole < 0) {
      return Optional.empty();
    }
    List<Integer> parts = new ArrayList<>();
    List<Integer> zones = new ArrayList<>();
    for (CheckReferenceData.Part area : inside) {
      int part = mirror.find(key.in(area.code()));
      if (part >= 0) {
        (area.zone() ? zones : parts).add(part);
      } else if (!area.zone()) {
        return Optional.empty();
      }
    }
    return parts.isEmpty()
        ? Optional.empty()
        : Optional.of(new Family(whole, parts, zones, tolerance));
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
    double limit = family.tolerance() * Math.abs(whole) - CheckPrefilter.CLOSE * Math.abs(parts);
    return Math.min(Math.abs(parts - whole), Math.abs(parts + zones - whole)) > limit;
  }
}
