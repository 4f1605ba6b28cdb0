package io.yanmen.evidence;

import io.yanmen.model.Measure;
import java.util.Optional;

/** Two words for a measure that belong together: 增速 above 位次 is the rank by growth. */
final class MeasureMerge {
  private MeasureMerge() {}

  static Optional<EvidenceItem<Measure>> beside(
      Optional<EvidenceItem<Measure>> one, Optional<EvidenceItem<Measure>> other) {
    if (one.isEmpty() || other.isEmpty()) {
      return one.isEmpty() ? other : one;
    }
    EvidenceItem<Measure> a = one.get();
    EvidenceItem<Measure> b = other.get();
    return Optional.of(
        together(a.value(), b.value())
            .or(() -> together(b.value(), a.value()))
            .map(m -> EvidenceItem.of(m, a.wordsWith(b), b.where()))
            .orElseGet(() -> a.beside(b)));
  }

  private static Optional<Measure> together(Measure outer, Measure inner) {
    if (outer == inner || inner == Measure.LEVEL) {
      return Optional.of(outer);
    }
    return switch (outer) {
      case YOY ->
          switch (inner) {
            case RANK -> Optional.of(Measure.YOY_RANK);
            case RANK_CHANGE -> Optional.of(Measure.YOY_RANK_CHANGE);
            case YOY_RANK, YOY_RANK_CHANGE, YOY_POINTS -> Optional.of(inner);
            default -> Optional.empty();
          };
      case RANK -> inner == Measure.RANK_CHANGE ? Optional.of(inner) : Optional.empty();
      case YOY_RANK ->
          inner == Measure.RANK_CHANGE || inner == Measure.YOY_RANK_CHANGE
              ? Optional.of(Measure.YOY_RANK_CHANGE)
              : Optional.empty();
      default -> Optional.empty();
    };
  }
}
