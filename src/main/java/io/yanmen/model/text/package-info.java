/** To be described. */
@NullMarked
package io.yanmen.model.text;

import org.jspecify.annotations.NullMarked;
