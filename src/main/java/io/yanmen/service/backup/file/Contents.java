package io.yanmen.service.backup.file;

/** A backup as a whole: what it is, and what it holds. */
public record Contents(About about, Manifest manifest) {}
