package io.yanmen.console.web;

import java.util.Locale;
import java.util.Optional;

/** What a user may do. Each role may also do what those before it may. */
public enum UserRole {
  /** Sees everything, and tries files without loading them. */
  VIEWER,
  /** Pauses, resumes and runs routes, loads files and decides on held ones. */
  OPERATOR;

  public boolean includes(UserRole other) {
    return compareTo(other) >= 0;
  }

  /** The role of a word such as {@code operator}. */
  public static Optional<UserRole> of(String word) {
    for (UserRole role : values()) {
      if (role.word().equals(word)) {
        return Optional.of(role);
      }
    }
    return Optional.empty();
  }

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
