/**
 * The door of reading: from the bytes of a file to its observations or the reasons why not.
 *
 * <p>Takes a file's content, its name and what its source says; gives observations and rejections,
 * and what a load would make of them. Knows nothing of clock, network, SQL and Camel, so that a
 * program can embed it.
 */
@NullMarked
package io.yanmen.reading;

import org.jspecify.annotations.NullMarked;
