package io.yanmen.reading.interpret.label;

import io.yanmen.evidence.Evidence;
import io.yanmen.reading.interpret.word.AreaContext;
import org.jspecify.annotations.Nullable;

/** A label as understood, its area apart from all else that it says. */
public final class Label {
  private final Evidence facets;
  private final Evidence others;
  private @Nullable Evidence area;

  Label(Evidence facets) {
    this.facets = facets;
    this.others = facets.withoutArea();
  }

  /** All that it says, whatever stands around it. */
  public Evidence facets() {
    return facets;
  }

  /** All that it says but the area. */
  Evidence others() {
    return others;
  }

  /** Only the area, as the other areas of its table tell which one is meant. */
  Evidence area(AreaContext context) {
    Evidence resolved = area;
    if (resolved == null) {
      Evidence named = facets.onlyArea();
      resolved =
          named.area().isEmpty() ? named : named.withArea(named.area().map(context::resolve));
      area = resolved;
    }
    return resolved;
  }

  /** Whether it is understood and says something. */
  public boolean isUnderstood() {
    return facets.unknown().isEmpty() && !facets.saysNothing();
  }
}
