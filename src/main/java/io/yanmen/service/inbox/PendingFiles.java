package io.yanmen.service.inbox;

import java.nio.file.attribute.FileTime;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The files of a source that may not be taken yet, as far as others have to wait for them. */
final class PendingFiles {
  /** When the last of those was found that have a time, by that time. */
  private final TreeMap<FileTime, Long> found = new TreeMap<>();

  private boolean summed;
  private long firstFound;

  /** To be called for all of them before anything is asked. */
  void add(FileState it) {
    firstFound = found.isEmpty() || it.firstNanos() - firstFound < 0 ? it.firstNanos() : firstFound;
    found.merge(it.identity().changed(), it.firstNanos(), PendingFiles::later);
  }

  private static long later(long one, long other) {
    return one - other > 0 ? one : other;
  }

  /** Whether any of them is older: by its coming, or by its time. */
  boolean hasOlderThan(FileState it) {
    return firstFound - it.firstNanos() < 0
        || found.firstKey().compareTo(it.identity().changed()) < 0;
  }

  /** When the last of those was found that are older by their time. */
  Optional<Long> lastFoundBefore(FileState it) {
    if (!summed) {
      long last = found.firstEntry().getValue();
      for (Map.Entry<FileTime, Long> entry : found.entrySet()) {
        last = later(last, entry.getValue());
        entry.setValue(last);
      }
      summed = true;
    }
    return Optional.ofNullable(found.lowerEntry(it.identity().changed())).map(Map.Entry::getValue);
  }
}
