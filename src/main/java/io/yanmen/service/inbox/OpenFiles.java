package io.yanmen.service.inbox;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The files that programs on this machine have open for writing, where the system says so (Linux).
 * It catches what no waiting can: a copy that pauses.
 *
 * @param keys of these files, as far as their programs may be looked at
 * @param complete whether no program on this machine can have escaped the look: each could be
 *     looked at, none lives in another namespace of processes, and the kernel itself serves no
 *     files to others
 */
record OpenFiles(Set<Object> keys, boolean complete) {
  /** Nobody was looked for. */
  static final OpenFiles NONE = new OpenFiles(Set.of(), false);

  private static final Path PROCESSES = Path.of("/proc");

  /** The namespace of processes that all others are in (PROC_PID_INIT_INO of Linux). */
  private static final String OUTERMOST = "pid:[4026531836]";

  /** Kernel threads that write files for clients of a network: no program has those open. */
  private static final Set<String> SERVERS = Set.of("nfsd", "ksmbd");

  /** A look at all programs. */
  static OpenFiles now() {
    Set<Object> keys = new HashSet<>();
    boolean complete = OUTERMOST.equals(text(PROCESSES.resolve("self/ns/pid")));
    try (DirectoryStream<Path> processes = Files.newDirectoryStream(PROCESSES, "[0-9]*")) {
      for (Path process : processes) {
        complete &= collect(process, keys);
      }
    } catch (IOException | DirectoryIteratorException e) {
      return new OpenFiles(keys, false);
    }
    return new OpenFiles(keys, complete);
  }

  boolean has(@Nullable Object key) {
    return key != null && keys.contains(key);
  }

  /** Adds what a process writes; whether it could be seen. */
  private static boolean collect(Path process, Set<Object> keys) {
    try (DirectoryStream<Path> open = Files.newDirectoryStream(process.resolve("fd"))) {
      boolean any = false;
      for (Path descriptor : open) {
        any = true;
        String target = text(descriptor);
        if (target.startsWith("/") && !target.startsWith("/dev/")) {
          collect(process, descriptor, keys);
        }
      }
      return any || !SERVERS.contains(nameOf(process));
    } catch (AccessDeniedException e) {
      return false;
    } catch (IOException | DirectoryIteratorException e) {
      // Gone meanwhile, unless it is still there.
      return !Files.exists(process, LinkOption.NOFOLLOW_LINKS);
    }
  }

  private static void collect(Path process, Path descriptor, Set<Object> keys) {
    try {
      if (isForWriting(process, descriptor)) {
        BasicFileAttributes it = Files.readAttributes(descriptor, BasicFileAttributes.class);
        if (it.isRegularFile() && it.fileKey() != null) {
          keys.add(it.fileKey());
        }
      }
    } catch (IOException e) {
      // Closed meanwhile.
      return;
    }
  }

  private static String text(Path link) {
    try {
      return Files.readSymbolicLink(link).toString();
    } catch (IOException e) {
      return "";
    }
  }

  private static String nameOf(Path process) {
    try {
      String name = Files.readString(process.resolve("comm")).strip();
      int end = name.indexOf(':');
      return end < 0 ? name : name.substring(0, end);
    } catch (IOException e) {
      return "";
    }
  }

  /** The flags that the file was opened with, in octal; the last two bits are 0 for reading. */
  private static boolean isForWriting(Path process, Path descriptor) throws IOException {
    return Files.readAllLines(process.resolve("fdinfo").resolve(descriptor.getFileName())).stream()
        .filter(line -> line.startsWith("flags:"))
        .anyMatch(line -> (line.charAt(line.length() - 1) - '0') % 4 != 0);
  }
}
