package io.yanmen.model;

/**
 * One rule that figures are held against before they are loaded.
 *
 * @param sql one statement that adds what it finds to the table {@code finding}, see {@link Checks}
 */
public record CheckRule(RejectionCode code, Severity severity, String sql) {}
