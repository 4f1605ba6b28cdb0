/** To be described. */
@NullMarked
package io.yanmen.service;

import org.jspecify.annotations.NullMarked;
