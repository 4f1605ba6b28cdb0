/** Sixth stage: one file, one transaction, into the warehouse. Knows no spreadsheets. */
@NullMarked
package io.yanmen.warehouse.load;

import org.jspecify.annotations.NullMarked;
