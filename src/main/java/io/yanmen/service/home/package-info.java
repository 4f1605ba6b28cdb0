/**
 * A home: its folders, its settings, its name.
 *
 * <p>Takes a folder; gives places and settings. Knows nothing of what is done there.
 */
@NullMarked
package io.yanmen.service.home;

import org.jspecify.annotations.NullMarked;
