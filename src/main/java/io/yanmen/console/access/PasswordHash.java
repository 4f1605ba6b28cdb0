package io.yanmen.console.access;

import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

/** Passwords, kept as bcrypt hashes. */
public final class PasswordHash {
  /** A quarter of a second on the machines that this runs on. */
  private static final int STRENGTH = 12;

  /** bcrypt looks at no more; a longer password would be cut without a word. */
  private static final int MOST_BYTES = 72;

  private static final int LEAST_CHARACTERS = 8;

  private final BCryptPasswordEncoder encoder = new BCryptPasswordEncoder(STRENGTH);

  /** A hash of the same strength that no password is known for; making one would take long. */
  private final String nobodys = "$2a$%02d$%s".formatted(STRENGTH, ".".repeat(53));

  /**
   * @throws IllegalArgumentException if the password is shorter than 8 characters or longer than 72
   *     bytes
   */
  public String of(String password) {
    if (password.codePointCount(0, password.length()) < LEAST_CHARACTERS || isTooLong(password)) {
      throw new IllegalArgumentException(
          "a password has 8 characters or more and 72 bytes or less");
    }
    return encoder.encode(password);
  }

  boolean matches(String password, String hash) {
    return !isTooLong(password) && encoder.matches(password, hash);
  }

  /** Takes as long as the real thing, so that the time tells nobody which users there are. */
  void pretend(String password) {
    encoder.matches(isTooLong(password) ? "" : password, nobodys);
  }

  private static boolean isTooLong(String password) {
    return password.getBytes(java.nio.charset.StandardCharsets.UTF_8).length > MOST_BYTES;
  }
}
