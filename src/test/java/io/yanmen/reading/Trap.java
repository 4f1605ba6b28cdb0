package io.yanmen.reading;

import java.util.function.Consumer;

/**
 * Something put into a table.
 *
 * @param name for the message of a test that fails
 */
record Trap(String name, Consumer<TrapTable> spring) {}
