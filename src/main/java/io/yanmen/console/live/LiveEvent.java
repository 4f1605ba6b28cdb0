package io.yanmen.console.live;

/**
 * One message to the pages.
 *
 * @param number grows with each; a page that was away asks for what came after the last it saw
 * @param kind load or route
 * @param data one line of JSON
 */
record LiveEvent(long number, String kind, String data) {}
