/**
 * The service assembled: Camel, the beans of its rooms, its extensions.
 *
 * <p>Takes a home and its settings; gives a running service. Knows nothing of pages and commands.
 */
@NullMarked
package io.yanmen.service;

import org.jspecify.annotations.NullMarked;
