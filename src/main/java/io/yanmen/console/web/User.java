package io.yanmen.console.web;

/**
 * Who asks.
 *
 * @param name as logged in; {@code local} where no login is needed
 * @param csrfToken what a form of this user has to carry to be accepted; empty for a client without
 *     a session
 * @param loggedIn whether there is a session to log out of
 */
public record User(String name, UserRole role, String csrfToken, boolean loggedIn) {
  /** Nobody yet: only the page to log in is shown. */
  public static final User NOBODY = new User("", UserRole.VIEWER, "", false);

  public boolean isOperator() {
    return role.includes(UserRole.OPERATOR);
  }
}
