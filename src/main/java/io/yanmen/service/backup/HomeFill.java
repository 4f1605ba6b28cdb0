package io.yanmen.service.backup;

import io.yanmen.service.backup.file.HomePaths;
import io.yanmen.service.home.Home;
import io.yanmen.service.home.IgnoredNames;
import io.yanmen.service.home.TargetFileName;
import io.yanmen.service.land.FolderRemoval;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Fills a home with the files of a backup that are not the archive's. They gather in a folder
 * beside and take their places at the end. What the home has already stays as it is: settings,
 * routes and users that differ are put into {@code restored/}, for a person to compare.
 */
final class HomeFill {
  private final Home home;
  private final Optional<String> database;
  private final Path gathering;
  private final Path aside;

  /**
   * @param database URL of the one that is restored into; empty for the embedded one
   */
  HomeFill(Home home, Optional<String> database) {
    this.home = home;
    this.database = database;
    this.gathering = home.data().resolve(".restoring");
    this.aside = home.root().resolve("restored");
  }

  /** A file that says that the home is in use; empty if there is none. */
  Optional<Path> occupied() throws IOException {
    for (Path folder :
        List.of(home.archive(), home.inbox(), home.held(), home.done(), home.rejected())) {
      if (Files.isDirectory(folder)) {
        try (Stream<Path> files = Files.walk(folder)) {
          Optional<Path> first =
              files
                  .filter(it -> Files.isRegularFile(it, LinkOption.NOFOLLOW_LINKS))
                  .filter(it -> !IgnoredNames.contains(String.valueOf(it.getFileName())))
                  .filter(it -> !it.startsWith(home.archive().resolve(".restoring")))
                  .findFirst();
          if (first.isPresent()) {
            return first;
          }
        }
      }
    }
    return Optional.empty();
  }

  /** Takes a file; it is not in the home yet. */
  void add(String path, FileTime changed, InputStream content) throws IOException {
    Path file = gathering.resolve(path);
    Files.createDirectories(file.resolveSibling("."));
    if (path.equals(HomePaths.SETTINGS)) {
      String text = new String(content.readAllBytes(), StandardCharsets.UTF_8);
      Files.writeString(file, PublicSettings.naming(text, database), StandardCharsets.UTF_8);
    } else {
      Files.copy(content, file);
    }
    Files.setLastModifiedTime(file, changed);
    boolean personal = path.equals(HomePaths.USERS) || path.equals(HomePaths.SETTINGS);
    if (personal && file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    }
  }

  /**
   * Puts all that was taken into its place.
   *
   * @return what was put aside, since the home has another of its name
   */
  List<Path> place() throws IOException {
    Set<Path> putAside = new LinkedHashSet<>();
    boolean ownRoutes = Files.exists(home.root().resolve("routes"));
    boolean sameRoutes = sameRoutes();
    for (Path file : taken()) {
      String path = gathering.relativize(file).toString().replace('\\', '/');
      boolean route = path.startsWith(HomePaths.ROUTES);
      Path target = home.root().resolve(path);
      if (route ? ownRoutes && sameRoutes : same(file, target)) {
        Files.delete(file);
      } else if (path.startsWith(HomePaths.INBOX) || path.startsWith(HomePaths.HELD)) {
        moveBeside(file, target);
      } else if (route ? ownRoutes : Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
        moveBeside(file, aside.resolve(path));
        putAside.add(aside.resolve(route ? "routes" : path));
      } else {
        Files.createDirectories(target.resolveSibling("."));
        Files.move(file, target);
      }
    }
    discard();
    return new ArrayList<>(putAside);
  }

  private List<Path> taken() throws IOException {
    if (!Files.isDirectory(gathering)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(gathering)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    }
  }

  /** Routes belong together: some of one home and some of another would be neither's. */
  private boolean sameRoutes() throws IOException {
    for (Path file : taken()) {
      Path path = gathering.relativize(file);
      if (path.startsWith("routes") && !same(file, home.root().resolve(path))) {
        return false;
      }
    }
    return true;
  }

  private static boolean same(Path file, Path target) throws IOException {
    return Files.isRegularFile(target) && Files.mismatch(file, target) < 0;
  }

  private static void moveBeside(Path file, Path target) throws IOException {
    Files.createDirectories(target.resolveSibling("."));
    String name = String.valueOf(target.getFileName());
    Path free = target;
    for (int number = 2; Files.exists(free, LinkOption.NOFOLLOW_LINKS); number++) {
      free = target.resolveSibling(TargetFileName.of(name, number));
    }
    Files.move(file, free);
  }

  /** Removes what was taken and has no place yet, also by an earlier process. */
  void discard() throws IOException {
    FolderRemoval.of(gathering);
  }
}
