package io.yanmen.warehouse.stored;

import io.yanmen.model.SeriesKey;
import java.util.Arrays;

/**
 * The series that loads have met, numbered from 0 in the order of meeting, with their ids in the
 * warehouse. Keys and numbers only, without an object for each entry: a file may bring 300,000.
 * Beside each number stands the hash of its key, so that other keys need not be looked at.
 */
final class SeriesNumbers {
  private static final int FIRST_SIZE = 1 << 10;

  private SeriesKey[] keys = new SeriesKey[FIRST_SIZE];
  private int[] ids = new int[FIRST_SIZE];
  private long[] slots = emptySlots(FIRST_SIZE << 1);
  private int count;
  private int last;

  private static long[] emptySlots(int size) {
    long[] slots = new long[size];
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
    int hash = spread(key);
    for (int slot = hash & mask; ; slot = slot + 1 & mask) {
      long entry = slots[slot];
      int number = (int) entry;
      if (number < 0 || (int) (entry >>> 32) == hash && keys[number].equals(key)) {
        return number;
      }
    }
  }

  /** The number of a series; one that was never met gets the next. */
  int findOrAdd(SeriesKey key) {
    // The tables of an office have their series in one order, month after month.
    int next = last + 1;
    last = next < count && keys[next].equals(key) ? next : find(key);
    if (last < 0) {
      last = add(key);
    }
    return last;
  }

  private int add(SeriesKey key) {
    if (count == keys.length) {
      grow();
    }
    keys[count] = key;
    ids[count] = 0;
    enter((long) spread(key) << 32 | count);
    return count++;
  }

  private void grow() {
    int size = keys.length << 1;
    keys = Arrays.copyOf(keys, size);
    ids = Arrays.copyOf(ids, size);
    long[] before = slots;
    slots = emptySlots(size << 1);
    for (long entry : before) {
      if ((int) entry >= 0) {
        enter(entry);
      }
    }
  }

  private void enter(long entry) {
    int mask = slots.length - 1;
    int slot = (int) (entry >>> 32) & mask;
    while ((int) slots[slot] >= 0) {
      slot = slot + 1 & mask;
    }
    slots[slot] = entry;
  }

  private static int spread(SeriesKey key) {
    int hash = key.hashCode() * 0x9E3779B9;
    return hash ^ hash >>> 15;
  }
}
