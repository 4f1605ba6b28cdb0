package io.yanmen.service.home;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What lies in a folder that others write to, and in the folders below it. No link is followed, and
 * what may not be looked into hides nothing else.
 *
 * @param files ordinary files that somebody may mean to send
 * @param others links, pipes, and folders that may not be read
 */
public record FilesBelow(List<Path> files, List<Path> others) {
  public FilesBelow {
    files = List.copyOf(files);
    others = List.copyOf(others);
  }

  /** A folder that does not exist holds nothing. */
  public static FilesBelow of(Path folder) throws IOException {
    List<Path> files = new ArrayList<>();
    List<Path> others = new ArrayList<>();
    if (Files.isDirectory(folder)) {
      Files.walkFileTree(
          folder,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
              if (!IgnoredNames.contains(String.valueOf(file.getFileName()))) {
                (attributes.isRegularFile() ? files : others).add(file);
              }
              return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException trouble) {
              if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
                others.add(file);
              }
              return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path it, @Nullable IOException trouble) {
              return FileVisitResult.CONTINUE;
            }
          });
    }
    return new FilesBelow(files, others);
  }
}
