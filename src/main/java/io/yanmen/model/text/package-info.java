/**
 * Text from outside made safe to show, and how wide it is.
 *
 * <p>Takes any text; gives text that no log, terminal, spreadsheet or page can be misled by. Knows
 * nothing of whose text it is.
 */
@NullMarked
package io.yanmen.model.text;

import org.jspecify.annotations.NullMarked;
