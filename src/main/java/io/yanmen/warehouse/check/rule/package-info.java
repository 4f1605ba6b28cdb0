/**
 * The checks on figures among others, one class each, named after its code, with its SQL in a file
 * of that name.
 *
 * <p>Takes what a file says and what is stored; gives the figures that the SQL of the check must
 * see. Knows nothing of loads, nor of each other's ways.
 */
@NullMarked
package io.yanmen.warehouse.check.rule;

import org.jspecify.annotations.NullMarked;
