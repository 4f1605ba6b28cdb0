package io.yanmen.evidence;

import io.yanmen.catalog.Unit;
import java.util.ArrayList;
import java.util.List;

/** Units by the distance of the place that names them: nearest level first. */
final class UnitLevels {
  private UnitLevels() {}

  static List<List<EvidenceItem<Unit>>> over(
      List<List<EvidenceItem<Unit>>> nearer, List<List<EvidenceItem<Unit>>> farther) {
    if (nearer.isEmpty() || farther.isEmpty()) {
      return nearer.isEmpty() ? farther : nearer;
    }
    List<List<EvidenceItem<Unit>>> levels = new ArrayList<>(nearer);
    levels.addAll(farther);
    return levels;
  }

  static List<List<EvidenceItem<Unit>>> beside(
      List<List<EvidenceItem<Unit>>> one, List<List<EvidenceItem<Unit>>> other) {
    if (one.isEmpty() || other.isEmpty()) {
      return one.isEmpty() ? other : one;
    }
    List<List<EvidenceItem<Unit>>> levels = new ArrayList<>();
    for (int i = 0; i < Math.max(one.size(), other.size()); i++) {
      List<EvidenceItem<Unit>> level = new ArrayList<>(i < one.size() ? one.get(i) : List.of());
      level.addAll(i < other.size() ? other.get(i) : List.of());
      levels.add(level);
    }
    return levels;
  }
}
