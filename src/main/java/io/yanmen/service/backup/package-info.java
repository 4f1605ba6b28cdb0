/**
 * The file that a backup is: a compressed tar whose parts are named, counted and hashed, written
 * and read as a stream, and believed in nothing that was not verified.
 */
@NullMarked
package io.yanmen.service.backup;

import org.jspecify.annotations.NullMarked;
