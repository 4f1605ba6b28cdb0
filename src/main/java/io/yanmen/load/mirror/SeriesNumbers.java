package io.yanmen.load.mirror;

import io.yanmen.model.SeriesKey;
import java.util.Arrays;

/**
 * The series that loads have met, numbered from 0 in the order of meeting, with their ids in the
 * warehouse. Keys and numbers only, without an object for each entry: a file may bring 300,000.
 */
final class SeriesNumbers {
  private static final int FIRST_SIZE = 1 << 10;

  private SeriesKey[] keys = new SeriesKey[FIRST_SIZE];
  private int[] ids = new int[FIRST_SIZE];
  private int[] slots = emptySlots(FIRST_SIZE << 1);
  private int count;

  private static int[] emptySlots(int size) {
    int[] slots = new int[size];
    Arrays.fill(slots, -1);
    return slots;
  }

  int count() {
    return count;
  }

  SeriesKey key(int number) {
    return keys[number];
  }

  /** Id in the warehouse; 0 if it has none. */
  int id(int number) {
    return ids[number];
  }

  void setId(int number, int id) {
    ids[number] = id;
  }

  /** The number of a series, or -1 if it was never met. */
  int find(SeriesKey key) {
    int mask = slots.length - 1;
    for (int slot = spread(key) & mask; ; slot = slot + 1 & mask) {
      int number = slots[slot];
      if (number < 0 || keys[number].equals(key)) {
        return number;
      }
    }
  }

  /** The number of a series; one that was never met gets the next. */
  int findOrAdd(SeriesKey key) {
    int known = find(key);
    if (known >= 0) {
      return known;
    }
    if (count == keys.length) {
      grow();
    }
    keys[count] = key;
    ids[count] = 0;
    enter(count);
    return count++;
  }

  private void grow() {
    int size = keys.length << 1;
    keys = Arrays.copyOf(keys, size);
    ids = Arrays.copyOf(ids, size);
    slots = emptySlots(size << 1);
    for (int number = 0; number < count; number++) {
      enter(number);
    }
  }

  private void enter(int number) {
    int mask = slots.length - 1;
    int slot = spread(keys[number]) & mask;
    while (slots[slot] >= 0) {
      slot = slot + 1 & mask;
    }
    slots[slot] = number;
  }

  private static int spread(SeriesKey key) {
    int hash = key.hashCode() * 0x9E3779B9;
    return hash ^ hash >>> 15;
  }
}
