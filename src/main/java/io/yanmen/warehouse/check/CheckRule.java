package io.yanmen.warehouse.check;

import io.yanmen.model.outcome.RejectionCode;
import io.yanmen.model.outcome.Severity;

/**
 * One rule that figures are held against before they are loaded.
 *
 * @param resource file on the class path with one SQL statement, which adds what it finds to the
 *     table {@code finding}, see {@link Checks}
 */
public record CheckRule(RejectionCode code, Severity severity, String resource) {}
