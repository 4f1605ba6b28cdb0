package io.yanmen.service.backup.file;

/** A backup as a whole: what it is, and what it holds. */
public record BackupSummary(BackupHeader about, Manifest manifest) {}
