/**
 * What became of a file, for people and programs: HTML, JSON and marked copies.
 *
 * <p>Takes an outcome; gives files beside the one that was sent. Knows nothing of how it came
 * about; nobody but the faces and the assembly knows this room.
 */
@NullMarked
package io.yanmen.report;

import org.jspecify.annotations.NullMarked;
