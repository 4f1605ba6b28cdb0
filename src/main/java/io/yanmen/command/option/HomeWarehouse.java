package io.yanmen.command.option;

import java.nio.file.Files;

/** Whether a home has a warehouse, found out without making one. */
public final class HomeWarehouse {
  private HomeWarehouse() {}

  /** One of its own that was used before, or one that the settings name. */
  public static boolean isThere(GlobalOptions global) {
    return global.warehouse().url().isPresent()
        || Files.exists(global.home().data().resolve("postgres/PG_VERSION"));
  }

  /**
   * @throws UsageException if there is none
   */
  public static void refuseUnlessThere(GlobalOptions global) {
    if (!isThere(global)) {
      throw new UsageException(
          "%s 中没有数据仓库；请检查 --home，或用 --db（YANMEN_DB_URL）指定数据库".formatted(global.home().data()),
          "there is no warehouse in %s; check --home, or give the database with --db (YANMEN_DB_URL)"
              .formatted(global.home().data()));
    }
  }
}
