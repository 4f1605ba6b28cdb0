package io.yanmen.evidence;

import java.util.Optional;

/** Periods of which the year and the months stand in different places. */
final class PeriodMerge {
  private PeriodMerge() {}

  /** The nearer period, its year taken from the farther where it has none. */
  static Optional<EvidenceItem<PeriodPart>> over(
      Optional<EvidenceItem<PeriodPart>> nearer, Optional<EvidenceItem<PeriodPart>> farther) {
    if (nearer.isEmpty() || farther.isEmpty()) {
      return nearer.isEmpty() ? farther : nearer;
    }
    EvidenceItem<PeriodPart> near = nearer.get();
    EvidenceItem<PeriodPart> far = farther.get();
    if (far.rival().isPresent()) {
      if (!near.value().lacksYear()) {
        return nearer;
      }
      int year = far.value().year();
      boolean sameYear = year != 0 && far.rival().get().value().year() == year;
      return sameYear
          ? Optional.of(
              new EvidenceItem<>(
                  near.value().ofYear(year), near.text(), near.where(), near.rival()))
          : farther;
    }
    Optional<PeriodPart> joined = join(near.value(), far.value());
    if (joined.isPresent()) {
      return Optional.of(
          new EvidenceItem<>(joined.get(), near.wordsWith(far), near.where(), near.rival()));
    }
    // 2024年 in a column below a title of 2025年1-4月: the year, or its first four months?
    boolean yearUnderMonths =
        near.value().isYearOnly() && !far.value().lacksYear() && !far.value().isYearOnly();
    return yearUnderMonths ? Optional.of(near.beside(far)) : nearer;
  }

  /** Two periods at the same distance: parts of one, or a contradiction. */
  static Optional<EvidenceItem<PeriodPart>> beside(
      Optional<EvidenceItem<PeriodPart>> one, Optional<EvidenceItem<PeriodPart>> other) {
    if (one.isEmpty() || other.isEmpty()) {
      return one.isEmpty() ? other : one;
    }
    EvidenceItem<PeriodPart> a = one.get();
    EvidenceItem<PeriodPart> b = other.get();
    return Optional.of(
        join(a.value(), b.value())
            .or(() -> join(b.value(), a.value()))
            .map(p -> new EvidenceItem<>(p, a.wordsWith(b), b.where(), a.rival().or(b::rival)))
            .orElseGet(() -> a.beside(b)));
  }

  /** A part without a year and a year make a period; so does a year with months that have none. */
  private static Optional<PeriodPart> join(PeriodPart near, PeriodPart far) {
    if (near.lacksYear() && !far.lacksYear()) {
      return Optional.of(near.ofYear(far.year()));
    }
    if (near.isYearOnly() && far.lacksYear() && far.index() > 0) {
      return Optional.of(far.ofYear(near.year()));
    }
    boolean agrees =
        near.year() == far.year()
            && near.frequency() == far.frequency()
            && near.index() == far.index();
    if (agrees) {
      return Optional.of(
          near.accumulation().isPresent() && !near.weak()
              ? near
              : far.accumulation().isPresent() ? far : near);
    }
    return Optional.empty();
  }
}
