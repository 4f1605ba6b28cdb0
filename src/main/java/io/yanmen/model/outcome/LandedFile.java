package io.yanmen.model.outcome;

import java.nio.file.Path;
import java.time.Instant;

/**
 * A file that arrived, kept in the archive before anybody looked into it.
 *
 * @param content where its bytes are kept
 * @param name the name that it came with
 * @param folder the folder below the inbox that it came in, with slashes; empty for the inbox
 *     itself
 * @param source code of the source that sent it
 * @param sha256 hash of its bytes, lower-case hexadecimal
 */
public record LandedFile(
    Path content,
    String name,
    String folder,
    String source,
    String sha256,
    long size,
    Instant receivedAt) {}
