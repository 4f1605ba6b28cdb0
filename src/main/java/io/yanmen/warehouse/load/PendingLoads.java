package io.yanmen.warehouse.load;

/**
 * The files that wait for their load. What is cheaper to do once after several loads than after
 * each is put off while others wait.
 */
@FunctionalInterface
public interface PendingLoads {
  /** Nothing is known of what comes next. */
  PendingLoads EMPTY = () -> false;

  /** Whether another file will be loaded, or given up, right after the one that is being loaded. */
  boolean hasMore();
}
