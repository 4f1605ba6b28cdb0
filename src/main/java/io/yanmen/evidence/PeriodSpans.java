package io.yanmen.evidence;

import io.yanmen.model.Accumulation;
import io.yanmen.model.Frequency;
import java.util.List;
import java.util.Optional;

/** Which months periods may mean, and whether two of them can be said of one figure. */
public final class PeriodSpans {
  private PeriodSpans() {}

  /**
   * @param from the first month
   * @param to the last month
   */
  private record Span(int from, int to) {
    boolean holds(Span other) {
      return from <= other.from && other.to <= to;
    }
  }

  /** Whether both may be of one time; a year agrees with each of its months. */
  public static boolean agree(PeriodPart near, PeriodPart far) {
    return sameYear(near, far)
        && (near.frequency() == Frequency.A
            || far.frequency() == Frequency.A
            || spans(near).stream().anyMatch(spans(far)::contains));
  }

  /** 4月 is a part of 1-5月; 1-4月 is not what a table of 1-5月 tells. */
  public static boolean isPart(PeriodPart head, PeriodPart around) {
    boolean soFar = head.accumulation().isPresent() && !head.weak();
    return sameYear(head, around)
        && spans(head).stream()
            .anyMatch(h -> spans(around).stream().anyMatch(a -> soFar ? a.equals(h) : a.holds(h)));
  }

  /** Whether words say themselves that it is a sum of several months: 1-4月. */
  public static boolean isSumOfMonths(PeriodPart part) {
    return !part.weak()
        && part.accumulation().filter(it -> it == Accumulation.YTD).isPresent()
        && part.frequency() != Frequency.A
        && part.index() > 1;
  }

  /**
   * Months near and far of which neither is a part of the other: 1-6月 below 1-7月.
   *
   * @return the contradiction
   */
  static Optional<EvidenceItem<UnknownWords>> contradiction(Evidence nearer, Evidence farther) {
    if (nearer.period().isEmpty() || farther.period().isEmpty()) {
      return Optional.empty();
    }
    EvidenceItem<PeriodPart> near = nearer.period().get();
    EvidenceItem<PeriodPart> far = farther.period().get();
    boolean months =
        near.value().frequency() != Frequency.A && far.value().frequency() != Frequency.A;
    boolean rivals = near.rival().isPresent() || far.rival().isPresent();
    return !months
            || rivals
            || isPart(near.value(), far.value())
            || isPart(far.value(), near.value())
        ? Optional.empty()
        : Optional.of(UnknownWords.contradiction("period", near, far));
  }

  private static boolean sameYear(PeriodPart one, PeriodPart other) {
    return one.lacksYear() || other.lacksYear() || one.year() == other.year();
  }

  /** The months that a part of a year may mean: 4月 may be said of the months up to it. */
  private static List<Span> spans(PeriodPart part) {
    int length = part.frequency().months();
    int last = part.frequency() == Frequency.A ? 12 : part.index() * length;
    Span alone = new Span(last - length + 1, last);
    Span soFar = new Span(1, last);
    return part.accumulation()
        .map(
            it ->
                switch (it) {
                  case PERIOD -> List.of(alone);
                  case YTD -> List.of(soFar);
                })
        .orElse(List.of(alone, soFar));
  }
}
