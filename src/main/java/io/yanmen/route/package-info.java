/** What Camel calls, and what joins the stages. */
@NullMarked
package io.yanmen.route;

import org.jspecify.annotations.NullMarked;
