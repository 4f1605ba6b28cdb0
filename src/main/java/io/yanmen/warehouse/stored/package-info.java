/**
 * What the warehouse holds of the series that loads touch, and beside it what the file being loaded
 * says of them, in a few bytes a figure.
 */
@NullMarked
package io.yanmen.warehouse.stored;

import org.jspecify.annotations.NullMarked;
