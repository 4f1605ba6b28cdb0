package io.yanmen.warehouse.check;

import io.yanmen.model.SeriesKey;
import io.yanmen.warehouse.stored.FigureCache;
import io.yanmen.warehouse.stored.StoredFigures;
import java.sql.SQLException;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Looks over the figures of a file for those in which a check could find something, so that their
 * SQL needs to look at those only: each check by its own {@link MemoryScan}.
 */
public final class CheckPrefilter {
  private final FigureCache mirror;
  private final CheckReferenceData terms;
  private final BitSet said = new BitSet();
  private final Suspects suspects = new Suspects();
  private final List<MemoryScan> scans;

  public CheckPrefilter(FigureCache mirror, CheckReferenceData terms, Checks checks) {
    this.mirror = mirror;
    this.terms = terms;
    mirror.said((series, block) -> said.set(series));
    FiguresInMemory figures = new FiguresInMemory(mirror, terms, said);
    this.scans = checks.rules().stream().map(rule -> rule.scan(figures)).toList();
  }

  /** Series of which the rules must see what the file says. */
  public BitSet suspects() {
    return suspects.series();
  }

  /** Indicators of which the rules must see all that the file says. */
  public Set<String> wholeIndicators() {
    return suspects.indicators();
  }

  public boolean isClear() {
    return suspects().isEmpty() && wholeIndicators().isEmpty();
  }

  /**
   * Looks over all figures of the file; {@link #learn} must have been called.
   *
   * @param screening false to suspect everything
   */
  public void look(boolean screening) {
    List<MemoryScan> looking = screening ? scans : List.of(MemoryScan.SUSPECT_EVERYTHING);
    for (int series = said.nextSetBit(0); series >= 0; series = said.nextSetBit(series + 1)) {
      SeriesKey key = mirror.key(series);
      if (terms.of(key.indicatorCode()).isEmpty()) {
        suspects.addAllOf(key.indicatorCode());
      } else {
        for (MemoryScan scan : looking) {
          scan.look(series, key, suspects);
        }
      }
    }
    looking.forEach(scan -> scan.lookAcross(suspects));
  }

  /** Fetches what the figures of the file are compared with. */
  public void learn(StoredFigures stored) throws SQLException {
    Set<String> areas = new HashSet<>();
    scans.forEach(scan -> areas.addAll(scan.areas()));
    stored.seriesOf(areas);
    BitSet relatives = new BitSet();
    scans.forEach(scan -> scan.relatives(relatives::set));
    stored.newest(
        relatives.stream().filter(series -> !mirror.coversNewest(series)).boxed().toList());
  }
}
