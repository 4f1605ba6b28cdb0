/**
 * One statement with its values, what it answers, and some of them in a transaction.
 *
 * <p>Takes SQL and values of Java; gives rows as values of Java. Knows nothing of tables. What
 * streams figures in or out (COPY, cursors) goes to the driver itself.
 */
@NullMarked
package io.yanmen.warehouse.sql;

import org.jspecify.annotations.NullMarked;
