package io.yanmen.console.access;

import java.nio.file.Path;
import java.util.Set;

/**
 * How the console is guarded.
 *
 * @param open whether whoever can reach it is an operator, without a login
 * @param hosts names under which browsers may know it; empty for any
 * @param encrypted whether it speaks TLS
 * @param uploads where uploaded files are while they are taken in
 * @param mostUploadBytes of one request
 * @param stallMillis a body of which nothing comes for so long is given up
 */
public record AccessSettings(
    boolean open,
    Set<String> hosts,
    boolean encrypted,
    Path uploads,
    long mostUploadBytes,
    long stallMillis) {
  public AccessSettings {
    hosts = Set.copyOf(hosts);
  }
}
