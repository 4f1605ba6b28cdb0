/** The vocabulary of the product: what a figure is about, and what can be wrong with it. */
@NullMarked
package io.yanmen.model;

import org.jspecify.annotations.NullMarked;
