package io.yanmen.reading;

/**
 * A map from the hash of an observation's key to the hash of its value, of 16 bytes an entry and as
 * much again as room to grow: what lets millions of observations be compared in little memory. Its
 * only loop is the probing; hence arrays instead of a map of objects.
 */
final class ObservationKeySet {
  private static final int FIRST_CAPACITY = 1 << 10;

  private long[] keys = new long[FIRST_CAPACITY];
  private long[] values = new long[FIRST_CAPACITY];
  private int size;

  /**
   * Keeps the value of a key that has none.
   *
   * @return the value that the key had, or the given one if it had none; 0 is never a key
   */
  long putIfAbsent(long key, long value) {
    if (size * 2 >= keys.length) {
      grow();
    }
    int slot = slotOf(key, keys);
    if (keys[slot] == key) {
      return values[slot];
    }
    keys[slot] = key;
    values[slot] = value;
    size++;
    return value;
  }

  boolean contains(long key) {
    return keys[slotOf(key, keys)] == key;
  }

  int size() {
    return size;
  }

  private static int slotOf(long key, long[] keys) {
    int mask = keys.length - 1;
    int slot = (int) (key ^ (key >>> 32)) & mask;
    while (keys[slot] != 0 && keys[slot] != key) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private void grow() {
    long[] largerKeys = new long[keys.length * 2];
    long[] largerValues = new long[keys.length * 2];
    for (int i = 0; i < keys.length; i++) {
      if (keys[i] != 0) {
        int slot = slotOf(keys[i], largerKeys);
        largerKeys[slot] = keys[i];
        largerValues[slot] = values[i];
      }
    }
    keys = largerKeys;
    values = largerValues;
  }

  /** FNV-1a over the characters, then mixed so that near texts lie far apart; never 0. */
  static long hash(String... parts) {
    long hash = 0xcbf29ce484222325L;
    for (String part : parts) {
      for (int i = 0; i < part.length(); i++) {
        hash = (hash ^ part.charAt(i)) * 0x100000001b3L;
      }
      hash = (hash ^ 0xffff) * 0x100000001b3L;
    }
    hash ^= hash >>> 33;
    hash *= 0xff51afd7ed558ccdL;
    hash ^= hash >>> 33;
    return hash == 0 ? 1 : hash;
  }
}
