/** Fetching over HTTP: what a feed asks for, how politely, and which answers are data. */
@NullMarked
package io.yanmen.service.fetch;

import org.jspecify.annotations.NullMarked;
