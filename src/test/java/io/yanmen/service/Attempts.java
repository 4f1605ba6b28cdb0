package io.yanmen.service;

import java.util.Random;

/**
 * How often each fault is tried: a few times in every build, often where the property {@code
 * yanmen.chaos} is {@code long}; see {@code .ci/chaos}.
 */
final class Attempts {
  private static final boolean LONG = System.getProperty("yanmen.chaos", "short").equals("long");

  private Attempts() {}

  static int of(int inEveryBuild, int byHand) {
    return LONG ? byHand : inEveryBuild;
  }

  /** Chooses moments; its seed is printed, and may be given as {@code yanmen.chaos.seed}. */
  @SuppressWarnings("SystemOut") // For whoever wants to repeat a run that failed.
  static Random random() {
    long seed = Long.getLong("yanmen.chaos.seed", System.nanoTime());
    System.out.println("yanmen.chaos.seed=" + seed);
    return new Random(seed);
  }
}
