package io.yanmen.load;

import io.yanmen.load.mirror.FigureCode;
import io.yanmen.load.mirror.Mirror;
import io.yanmen.model.Measure;
import io.yanmen.model.Scenario;
import io.yanmen.model.SeriesKey;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.IntConsumer;

/**
 * Looks for areas whose value is not the sum of the areas in them, where all of those are known.
 */
final class Families {
  private final Mirror mirror;
  private final Terms terms;

  /** An area with all areas in it that count, each a series. */
  private record Family(int whole, List<Integer> parts, List<Integer> zones, double tolerance) {
    List<Integer> members() {
      List<Integer> all = new ArrayList<>(parts);
      all.add(whole);
      all.addAll(zones);
      return all;
    }
  }

  Families(Mirror mirror, Terms terms) {
    this.mirror = mirror;
    this.terms = terms;
  }

  /**
   * @param said the series of which the file says something
   * @param suspicious takes the indicators of which a sum is wrong
   */
  void look(BitSet said, Set<String> suspicious) {
    touched(said, whole -> suspicious(whole, suspicious));
  }

  private void suspicious(SeriesKey whole, Set<String> suspicious) {
    if (!suspicious.contains(whole.indicatorCode())
        && family(whole).filter(this::isWrong).isPresent()) {
      suspicious.add(whole.indicatorCode());
    }
  }

  /** The areas whose series must be known to tell which families are complete. */
  Set<String> areas(BitSet said) {
    Set<String> areas = new HashSet<>();
    touched(
        said,
        whole -> {
          areas.add(whole.areaCode());
          terms.partsOf(whole.areaCode()).forEach(part -> areas.add(part.code()));
        });
    return areas;
  }

  /** Takes the members of the complete families. */
  void members(BitSet said, IntConsumer taker) {
    touched(
        said, whole -> family(whole).ifPresent(family -> family.members().forEach(taker::accept)));
  }

  /** Takes the areas, as series, whose sums the file may change. */
  private void touched(BitSet said, Consumer<SeriesKey> taker) {
    Set<SeriesKey> seen = new HashSet<>();
    for (int series = said.nextSetBit(0); series >= 0; series = said.nextSetBit(series + 1)) {
      SeriesKey key = mirror.key(series);
      boolean summed =
          key.measure() == Measure.LEVEL
              && key.scenario() == Scenario.ACTUAL
              && terms.of(key.indicatorCode()).filter(Thresholds::summable).isPresent();
      if (summed) {
        if (!terms.partsOf(key.areaCode()).isEmpty() && seen.add(key)) {
          taker.accept(key);
        }
        terms
            .parentOf(key.areaCode())
            // Most counties have no figures of the area around them beside their own.
            .filter(parent -> mirror.hasMet(parent) || !mirror.knowsSeriesOf(parent))
            .map(parent -> in(key, parent))
            .filter(seen::add)
            .ifPresent(taker);
      }
    }
  }

  private static SeriesKey in(SeriesKey key, String area) {
    return new SeriesKey(
        area,
        key.indicatorCode(),
        key.measure(),
        key.scenario(),
        key.frequency(),
        key.accumulation());
  }

  /** Empty where the area, or one of those in it, has no such series. */
  private Optional<Family> family(SeriesKey key) {
    double tolerance = terms.of(key.indicatorCode()).map(Thresholds::sum).orElse(Double.NaN);
    List<Terms.Part> inside = terms.partsOf(key.areaCode());
    int whole = mirror.find(key);
    if (Double.isNaN(tolerance) || inside.isEmpty() || whole < 0) {
      return Optional.empty();
    }
    List<Integer> parts = new ArrayList<>();
    List<Integer> zones = new ArrayList<>();
    for (Terms.Part area : inside) {
      int part = mirror.find(in(key, area.code()));
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
        for (int i = 0; i < Mirror.PERIODS; i++) {
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
    double limit = family.tolerance() * Math.abs(whole) - Screen.CLOSE * Math.abs(parts);
    return Math.min(Math.abs(parts - whole), Math.abs(parts + zones - whole)) > limit;
  }
}
