package io.yanmen.console.access;

import io.yanmen.console.web.UserRole;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Who may log in: a file with a line {@code name:role:hash} each, which only its owner may read. It
 * is read again when it has changed.
 */
public final class Users {
  private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}._@-]{1,64}");

  private final Path file;

  public Users(Path file) {
    this.file = file;
  }

  /** One of them. */
  public record ConsoleUser(String name, UserRole role, String hash) {
    public ConsoleUser {
      if (!NAME.matcher(name).matches()) {
        throw new IllegalArgumentException(
            "a user's name has 1 to 64 letters, digits, dots, hyphens or @, not " + name);
      }
    }
  }

  /**
   * All of them, by their names.
   *
   * @throws IOException if the file cannot be read, or a line of it cannot be understood
   */
  public Map<String, ConsoleUser> all() throws IOException {
    Map<String, ConsoleUser> users = new LinkedHashMap<>();
    if (!Files.exists(file)) {
      return users;
    }
    int number = 0;
    for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
      number++;
      if (line.isBlank() || line.startsWith("#")) {
        continue;
      }
      String[] parts = line.split(":", 3);
      Optional<UserRole> role =
          parts.length == 3 ? UserRole.of(parts[1].strip()) : Optional.empty();
      if (role.isEmpty()) {
        // The line itself is not said: it may hold a password.
        throw new IOException(
            file + ", line " + number + ": expected name:viewer:hash or name:operator:hash");
      }
      users.put(parts[0].strip(), new ConsoleUser(parts[0].strip(), role.get(), parts[2].strip()));
    }
    return users;
  }

  public Optional<ConsoleUser> find(String name) throws IOException {
    return Optional.ofNullable(all().get(name));
  }

  public boolean isEmpty() throws IOException {
    return all().isEmpty();
  }

  /** Adds a user, or replaces the one of that name. */
  public void put(ConsoleUser user) throws IOException {
    Map<String, ConsoleUser> users = all();
    users.put(user.name(), user);
    write(users);
  }

  /** Whether there was one. */
  public boolean remove(String name) throws IOException {
    Map<String, ConsoleUser> users = all();
    boolean known = users.remove(name) != null;
    if (known) {
      write(users);
    }
    return known;
  }

  private void write(Map<String, ConsoleUser> users) throws IOException {
    List<String> lines = new ArrayList<>();
    users.values().forEach(it -> lines.add(it.name() + ":" + it.role().word() + ":" + it.hash()));
    Files.createDirectories(file.toAbsolutePath().getParent());
    Path next = Files.createTempFile(file.toAbsolutePath().getParent(), "users", ".new");
    if (next.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      Files.setPosixFilePermissions(next, PosixFilePermissions.fromString("rw-------"));
    }
    Files.write(next, lines, StandardCharsets.UTF_8);
    Files.move(next, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
  }
}
