package io.yanmen.console.today;

import java.util.Optional;

/**
 * Something that a person should know of.
 *
 * @param weight bad, warn or held
 * @param text what it is
 * @param detail what is known of the cause; empty if nothing
 * @param href where to deal with it
 */
public record OpenIssue(String weight, String text, String detail, Optional<String> href) {}
