/** What became of a file, for people (HTML, marked workbook) and for programs (JSON). */
@NullMarked
package io.yanmen.report;

import org.jspecify.annotations.NullMarked;
