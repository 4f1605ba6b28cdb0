package io.yanmen.reading.interpret.word;

import io.yanmen.catalog.Breakdowns;
import io.yanmen.evidence.Evidence;
import io.yanmen.evidence.EvidenceItem;
import io.yanmen.evidence.PartName;
import io.yanmen.evidence.UnknownWords;
import io.yanmen.model.Indicator;
import io.yanmen.model.outcome.RejectionCode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The indicators named above a row, or to the left of a head, of which it may be a part: 第一产业 below
 * 固定资产投资 is investment, though the name alone stands for a value added.
 *
 * <p>A name is a part of the nearest indicator where that one has such a part, or where 其中 binds
 * it. It stands for an indicator of its own only where nothing above it could have that part.
 */
public final class WholesAbove {
  private final Breakdowns breakdowns;
  private final List<Indicator> seen = new ArrayList<>();
  private final Map<PartName, Evidence> doubts = new HashMap<>();
  private Evidence nearest = Evidence.NONE;
  private boolean among;

  public WholesAbove(Breakdowns breakdowns) {
    this.breakdowns = breakdowns;
  }

  /** Whether a label says that it is some of what stands above it. */
  public static boolean isAmong(String label) {
    String text = label.strip();
    return text.startsWith("其中") || text.startsWith("#");
  }

  /** A line that says what follows: nothing above it counts any longer. */
  public void forget() {
    seen.clear();
    nearest = Evidence.NONE;
    among = false;
  }

  /**
   * A name that is no part, understood or not.
   *
   * @param subject the indicator or the unknown words, the same object for the same name
   * @param some whether it is itself some of what stands above: what follows may be part of either
   */
  public void named(Evidence subject, boolean some) {
    boolean either = some && nearest.indicator().isPresent() && subject.indicator().isPresent();
    nearest = either ? nearest.beside(subject) : subject;
    among = false;
    subject.indicator().filter(it -> it.value().size() == 1).ifPresent(it -> seen(it.value()));
  }

  private void seen(List<Indicator> named) {
    if (!seen.contains(named.get(0))) {
      seen.add(named.get(0));
    }
  }

  /** What stands above a part: its whole, words that make it doubtful, or nothing that counts. */
  public Evidence above(EvidenceItem<PartName> part, boolean some) {
    among |= some;
    PartName name = part.value();
    if (nearest.indicator().isPresent()) {
      boolean fits =
          nearest.indicator().get().value().stream().anyMatch(it -> !parts(it, name).isEmpty());
      if (fits || among || name.alone().isEmpty()) {
        return nearest;
      }
    } else if (!nearest.unknown().isEmpty() && !mayStandBelowUnknown(name)) {
      return nearest;
    }
    boolean other =
        name.alone().isPresent()
            && seen.stream()
                .flatMap(it -> parts(it, name).stream())
                .anyMatch(it -> !it.indicator().equals(name.alone().get().code()));
    return other ? doubt(part) : Evidence.NONE;
  }

  private List<Breakdowns.Part> parts(Indicator whole, PartName name) {
    return name.parts().stream()
        .map(it -> breakdowns.of(whole.code(), it))
        .flatMap(Optional::stream)
        .toList();
  }

  /** 原煤 below a product that is not known is still coal; 第一产业 is a part of what is not known. */
  private boolean mayStandBelowUnknown(PartName name) {
    return !among && name.alone().filter(it -> !breakdowns.isPart(it.code())).isPresent();
  }

  private Evidence doubt(EvidenceItem<PartName> part) {
    return Objects.requireNonNull(
        doubts.computeIfAbsent(
            part.value(),
            it ->
                Evidence.NONE.withUnknown(
                    EvidenceItem.of(
                        new UnknownWords(part.text(), RejectionCode.UNKNOWN_CONTEXT),
                        part.text(),
                        part.where()))));
  }
}
