package io.yanmen.reading.normalise;

import java.util.HashMap;
import java.util.Map;

/**
 * Makes one object of all that are equal. Of what is decided for tens of thousands of combinations
 * of words there are some hundred different ones; as one object each they stay in the processor's
 * own memory.
 */
final class Interner<T> {
  private static final int MOST = 10_000;

  private final Map<T, T> known = new HashMap<>();

  /** The one that is equal. */
  T of(T value) {
    if (known.size() >= MOST) {
      known.clear();
    }
    T first = known.putIfAbsent(value, value);
    return first == null ? value : first;
  }
}
