/** Made tables of all counties, for the benchmark and for the test that compares every figure. */
@NullMarked
package io.yanmen.sample.counties;

import org.jspecify.annotations.NullMarked;
