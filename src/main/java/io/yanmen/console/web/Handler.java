package io.yanmen.console.web;

import io.yanmen.model.message.UserError;
import java.io.IOException;
import java.sql.SQLException;

/** What answers the requests for one thing. */
@FunctionalInterface
public interface Handler {
  /**
   * @throws UserError if the request cannot be meant
   * @throws SQLException if the warehouse fails or cannot be reached
   */
  Response answer(Request request) throws IOException, SQLException;
}
