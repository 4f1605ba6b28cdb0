/** Fifth stage: observations that cannot be right are refused or flagged. */
@NullMarked
package io.yanmen.warehouse.check;

import org.jspecify.annotations.NullMarked;
