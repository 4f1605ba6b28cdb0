package io.yanmen.service;

import io.yanmen.service.home.Home;
import io.yanmen.service.land.DraftMaker;
import io.yanmen.service.land.FolderRemoval;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What processes that were killed left half made in a home: drafts of reports, temporary files,
 * what browsers were sending, and bodies of feeds that were not loaded yet (their feed asks for
 * them again). What another living process is making is left alone; to be removed before this one
 * makes any.
 */
final class Leftovers {
  private static final Pattern DRAFT = Pattern.compile("\\.(report|marking)-(\\d{1,18})-.*\\.tmp");
  private static final Pattern NUMBER = Pattern.compile("\\d{1,18}");

  private final Home home;

  Leftovers(Home home) {
    this.home = home;
  }

  /** Where this process keeps the bodies of feeds until they are loaded. */
  static Path fetched(Home home) {
    return home.fetched().resolve(Long.toString(DraftMaker.own()));
  }

  void remove() throws IOException {
    for (Path kept : List.of(home.fetched(), home.temporary())) {
      for (Path ofProcess : entries(kept)) {
        String name = name(ofProcess);
        if (!NUMBER.matcher(name).matches() || DraftMaker.isGone(name)) {
          FolderRemoval.of(ofProcess);
        }
      }
    }
    for (Path upload : entries(home.uploads())) {
      FolderRemoval.of(upload);
    }
    for (Path outcomes : List.of(home.done(), home.rejected(), home.held())) {
      for (Path day : entries(outcomes)) {
        removeDrafts(day);
      }
    }
  }

  private static void removeDrafts(Path day) throws IOException {
    if (!Files.isDirectory(day, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    try (DirectoryStream<Path> drafts = Files.newDirectoryStream(day, ".{report,marking}-*.tmp")) {
      for (Path draft : drafts) {
        Matcher maker = DRAFT.matcher(name(draft));
        if (maker.matches() && DraftMaker.isGone(maker.group(2))) {
          Files.deleteIfExists(draft);
        }
      }
    }
  }

  private static List<Path> entries(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (var all = Files.list(folder)) {
      return all.toList();
    }
  }

  private static String name(Path file) {
    return String.valueOf(file.getFileName());
  }
}
