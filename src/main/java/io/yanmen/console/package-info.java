/** The web console and the API: what operators and analysts see of the service in a browser. */
@NullMarked
package io.yanmen.console;

import org.jspecify.annotations.NullMarked;
