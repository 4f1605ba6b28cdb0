package io.yanmen.backup;

/** A backup as a whole: what it is, and what it holds. */
public record Contents(About about, Manifest manifest) {}
