package io.yanmen.warehouse.load;

/**
 * A person's decision to load a held file all the same.
 *
 * @param load number of the load that was held
 * @param by who decided
 */
public record HoldRelease(long load, String by) {}
