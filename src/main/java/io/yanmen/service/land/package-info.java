/** First stage: whatever arrives is kept as bytes, with its hash, before anybody looks into it. */
@NullMarked
package io.yanmen.service.land;

import org.jspecify.annotations.NullMarked;
