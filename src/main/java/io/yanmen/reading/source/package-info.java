/**
 * Who sends what: the files of {@code routes/sources} and their schema.
 *
 * <p>Takes YAML; gives sources, checked, or problems with file and line. Knows nothing of what they
 * sent.
 */
@NullMarked
package io.yanmen.reading.source;

import org.jspecify.annotations.NullMarked;
