/**
 * Statistics feeds: messages of the formats that publishers exchange, read into statements. A stage
 * of its own beside {@code read} and {@code interpret}: bytes in, evidence out.
 */
@NullMarked
package io.yanmen.reading.feed;

import org.jspecify.annotations.NullMarked;
