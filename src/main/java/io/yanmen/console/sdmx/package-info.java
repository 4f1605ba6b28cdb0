/** The warehouse as statistical clients ask for it: the REST API of SDMX 2.1. */
@NullMarked
package io.yanmen.console.sdmx;

import org.jspecify.annotations.NullMarked;
