/** Where the year's targets stand: arithmetic alone, without a warehouse and without a page. */
@NullMarked
package io.yanmen.console.target;

import org.jspecify.annotations.NullMarked;
