package io.yanmen.command.option;

import io.yanmen.model.message.UserError;
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
   * @throws UserError if there is none
   */
  public static void refuseUnlessThere(GlobalOptions global) {
    if (!isThere(global)) {
      throw new UserError("usage.warehouse.none", global.home().data());
    }
  }
}
