/** The pages of the console: each finds what it shows, a template shows it. */
@NullMarked
package io.yanmen.console.page;

import org.jspecify.annotations.NullMarked;
