package io.yanmen.service;

import io.vertx.core.VertxOptions;
import io.vertx.core.file.FileSystemOptions;

/** How the servers of Camel and of the console run, beyond what Camel's settings know. */
public final class HttpServers {
  private HttpServers() {}

  /**
   * Vert.x without its cache of files, which it would make in the temporary folder of the machine:
   * nothing is served from files of the class path by their names.
   */
  public static VertxOptions options() {
    return new VertxOptions()
        .setFileSystemOptions(
            new FileSystemOptions()
                .setClassPathResolvingEnabled(false)
                .setFileCachingEnabled(false));
  }
}
