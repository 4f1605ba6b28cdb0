/**
 * What makes alerts: files, feeds, reports, the warehouse.
 *
 * <p>Takes events of the service; gives alerts. Knows nothing of channels.
 */
@NullMarked
package io.yanmen.service.alert.event;

import org.jspecify.annotations.NullMarked;
