package io.yanmen.service.inbox;

import java.time.Duration;

/**
 * How long a file must have been left unchanged before it counts as whole
 * (docs/decisions/0010-when-a-file-is-whole.md).
 *
 * @param evident for a file that is evidently whole
 * @param settle for one that nothing speaks for but its end
 * @param unfinished for one whose end is not seen
 */
public record QuietPeriods(Duration evident, Duration settle, Duration unfinished) {
  public static final QuietPeriods NONE =
      new QuietPeriods(Duration.ZERO, Duration.ZERO, Duration.ZERO);

  /** Whether it is worth looking into a file. */
  boolean allowsALook(FileState file, long now) {
    return isPast(file.unchanged(now), evident) || outlasts(file, now);
  }

  /** Whether a file has been left alone for as long as any that only looks whole must be. */
  boolean outlasts(FileState file, long now) {
    return isPast(file.unchanged(now), settle);
  }

  /** Whether a file was found so short a time ago that it may still need all of its patience. */
  boolean isNew(long foundNanos, long now) {
    return !isPast(Duration.ofNanos(now - foundNanos), settle);
  }

  /**
   * @param writersSeen whether whoever might write the file would have been seen doing it
   */
  boolean isEnough(FileState file, boolean writersSeen, long now) {
    if (file.content().isEmpty() || !allowsALook(file, now)) {
      return false;
    }
    FileState.FileSnapshot content = file.content().get();
    boolean closed = writersSeen && !file.reopened();
    return switch (content.wholeness()) {
      case PROVEN -> true;
      case ENDED -> closed || outlasts(file, now) || isPast(content.rested(), settle);
      case OPEN -> isPast(file.unchanged(now), closed ? settle : unfinished);
    };
  }

  private static boolean isPast(Duration it, Duration least) {
    return it.compareTo(least) >= 0;
  }
}
