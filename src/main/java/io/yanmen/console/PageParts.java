package io.yanmen.console;

import io.yanmen.console.page.MessagePages;
import io.yanmen.console.page.TemplateRenderer;
import io.yanmen.console.web.ConsoleParts;
import io.yanmen.console.web.LiveContext;

/**
 * What pages are made of.
 *
 * @param views turn what a page found into HTML
 * @param plain for refusals
 * @param live the routes, once they run
 */
public record PageParts(
    ConsoleParts parts, TemplateRenderer views, MessagePages plain, LiveContext live) {}
