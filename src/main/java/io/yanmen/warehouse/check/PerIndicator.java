package io.yanmen.warehouse.check;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/** What a check makes of the facts of an indicator, made once in a load. */
public final class PerIndicator<T> {
  private final CheckReferenceData reference;
  private final Function<IndicatorFacts, T> making;
  private final Map<String, T> made = new HashMap<>();

  public PerIndicator(CheckReferenceData reference, Function<IndicatorFacts, T> making) {
    this.reference = reference;
    this.making = making;
  }

  /**
   * @param indicator one that is known
   */
  public T of(String indicator) {
    T known = made.get(indicator);
    if (known == null) {
      known = making.apply(reference.of(indicator).orElseThrow());
      made.put(indicator, known);
    }
    return known;
  }
}
