package io.yanmen.console.access;

import io.yanmen.console.web.UserRole;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Finds out whether somebody is who they say. Slow by intent: never called on an event loop. */
final class Authenticator {
  private static final int MOST_REMEMBERED = 1_000;

  private final Users users;
  private final LoginLimit limit;
  private final PasswordHash passwords = new PasswordHash();
  private final byte[] salt = new byte[32];

  /** Programs send their password with each request; what was right once is not computed again. */
  private final Map<String, String> seen = new ConcurrentHashMap<>();

  Authenticator(Users users, LoginLimit limit) {
    this.users = users;
    this.limit = limit;
    new SecureRandom().nextBytes(salt);
  }

  /** Who has this password; empty if nobody of this name does or too many guesses were made. */
  Optional<Users.ConsoleUser> of(String name, String password, String address) throws IOException {
    Optional<Users.ConsoleUser> user = users.find(name);
    if (user.isPresent() && user.get().hash().equals(seen.get(trace(name, password)))) {
      return user;
    }
    if (limit.isOver(name, address)) {
      return Optional.empty();
    }
    if (user.isEmpty()) {
      passwords.pretend(password);
    } else if (passwords.matches(password, user.get().hash())) {
      limit.succeeded(name);
      if (seen.size() >= MOST_REMEMBERED) {
        seen.clear();
      }
      seen.put(trace(name, password), user.get().hash());
      return user;
    }
    limit.failed(name, address);
    return Optional.empty();
  }

  /** Of the scheme Basic, RFC 7617. */
  Optional<Users.ConsoleUser> ofBasic(String authorization, String address) throws IOException {
    if (!authorization.regionMatches(true, 0, "Basic ", 0, 6) || authorization.length() > 1_000) {
      return Optional.empty();
    }
    try {
      String pair =
          new String(
              Base64.getDecoder().decode(authorization.substring(6).strip()),
              StandardCharsets.UTF_8);
      int colon = pair.indexOf(':');
      return colon < 0
          ? Optional.empty()
          : of(pair.substring(0, colon), pair.substring(colon + 1), address);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  Optional<UserRole> roleOf(String name) throws IOException {
    return users.find(name).map(Users.ConsoleUser::role);
  }

  private String trace(String name, String password) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(salt);
      digest.update(name.getBytes(StandardCharsets.UTF_8));
      digest.update((byte) 0);
      digest.update(password.getBytes(StandardCharsets.UTF_8));
      return Base64.getEncoder().encodeToString(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
