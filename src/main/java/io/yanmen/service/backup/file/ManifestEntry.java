package io.yanmen.service.backup.file;

/**
 * A part of a backup, as it was counted.
 *
 * @param name of the table, or {@code archive} or {@code home}
 * @param count rows or files
 * @param bytes before they were compressed
 * @param sha256 of a table, of all its rows; of files, of the list of their hashes and names that
 *     the program sha256sum would print
 */
public record ManifestEntry(String name, long count, long bytes, String sha256) {}
