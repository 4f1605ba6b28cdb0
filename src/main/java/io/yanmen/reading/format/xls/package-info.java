/**
 * BIFF8 workbooks, record by record.
 *
 * <p>Takes bytes; gives rows of cells. Knows nothing of zip and XML.
 */
@NullMarked
package io.yanmen.reading.format.xls;

import org.jspecify.annotations.NullMarked;
