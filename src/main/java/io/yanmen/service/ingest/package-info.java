/** What Camel calls, and what joins the stages. */
@NullMarked
package io.yanmen.service.ingest;

import org.jspecify.annotations.NullMarked;
