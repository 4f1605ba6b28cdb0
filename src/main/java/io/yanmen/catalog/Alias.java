package io.yanmen.catalog;

/**
 * Another name of something in the catalogue.
 *
 * @param code what it names
 */
public record Alias(String name, String code) {}
