/** To be described. */
@NullMarked
package io.yanmen.console.web;

import org.jspecify.annotations.NullMarked;
