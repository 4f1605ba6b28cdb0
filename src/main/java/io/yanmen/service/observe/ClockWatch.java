package io.yanmen.service.observe;

import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** Notices that the clock of the machine was set, by the one that only ever counts on. */
public final class ClockWatch {
  /** What is less is the clock being brought into line gently. */
  private static final long STEP_MILLIS = 2000;

  private final LongSupplier millis;
  private final LongSupplier nanos;
  private long difference;

  /** Of the machine. */
  public ClockWatch() {
    this(System::currentTimeMillis, System::nanoTime);
  }

  ClockWatch(LongSupplier millis, LongSupplier nanos) {
    this.millis = millis;
    this.nanos = nanos;
    this.difference = difference();
  }

  private long difference() {
    return millis.getAsLong() - TimeUnit.NANOSECONDS.toMillis(nanos.getAsLong());
  }

  /** By how many milliseconds it was set since the last look; 0 if it was not. */
  public long setBy() {
    long now = difference();
    long step = now - difference;
    difference = now;
    return Math.abs(step) < STEP_MILLIS ? 0 : step;
  }
}
