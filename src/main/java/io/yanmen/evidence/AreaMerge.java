package io.yanmen.evidence;

import io.yanmen.model.Area;
import java.util.List;
import java.util.Optional;

/** Two mentions of an area side by side: city and county columns name one place together. */
final class AreaMerge {
  private AreaMerge() {}

  static Optional<EvidenceItem<AreaMention>> beside(
      Optional<EvidenceItem<AreaMention>> one, Optional<EvidenceItem<AreaMention>> other) {
    if (one.isEmpty() || other.isEmpty()) {
      return one.isEmpty() ? other : one;
    }
    EvidenceItem<AreaMention> a = one.get();
    EvidenceItem<AreaMention> b = other.get();
    if (!a.value().elsewhere().isEmpty() || !b.value().elsewhere().isEmpty()) {
      // What is nowhere within is told by its own name.
      return a.value().elsewhere().isEmpty() ? other : one;
    }
    List<Area> shared =
        a.value().candidates().stream().filter(b.value().candidates()::contains).toList();
    if (!shared.isEmpty()) {
      return Optional.of(EvidenceItem.of(b.value().narrowed(shared), b.text(), b.where()));
    }
    List<Area> inner = inside(b, a);
    if (!inner.isEmpty()) {
      return Optional.of(EvidenceItem.of(b.value().narrowed(inner), b.text(), b.where()));
    }
    List<Area> outer = inside(a, b);
    if (!outer.isEmpty()) {
      return Optional.of(EvidenceItem.of(a.value().narrowed(outer), a.text(), a.where()));
    }
    return Optional.of(a.beside(b));
  }

  /** Those candidates of one mention whose parent is a candidate of the other. */
  private static List<Area> inside(
      EvidenceItem<AreaMention> inner, EvidenceItem<AreaMention> outer) {
    return inner.value().candidates().stream()
        .filter(
            i ->
                outer.value().candidates().stream()
                    .anyMatch(o -> i.parentCode().filter(o.code()::equals).isPresent()))
        .toList();
  }
}
