package io.yanmen.console.web;

import java.util.Locale;
import java.util.Optional;

/** What a user may do. Each role may also do what those before it may. */
public enum Role {
  /** Sees everything, and tries files without loading them. */
  VIEWER,
  /** Pauses, resumes and runs routes, loads files and decides on held ones. */
  OPERATOR;

  public boolean includes(Role other) {
    return compareTo(other) >= 0;
  }

  /** The role of a word such as {@code operator}. */
  public static Optional<Role> of(String word) {
    for (Role role : values()) {
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
