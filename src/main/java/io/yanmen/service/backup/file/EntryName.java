package io.yanmen.service.backup.file;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The names that entries of a backup may have. There are no others, so no entry can lead anywhere
 * but to where its kind belongs.
 */
sealed interface EntryName {
  /** First entry: what the backup is. */
  String ABOUT = "about.json";

  /** Last entry: what it holds. */
  String MANIFEST = "manifest.json";

  Pattern ROWS = Pattern.compile("warehouse/([a-z_][a-z0-9_]{0,62})/([0-9]{6,9})\\.copy");
  Pattern ARCHIVED =
      Pattern.compile(
          "archive/([0-9a-f]{2})/(\\1[0-9a-f]{62})/(content|(?:arrival|decision)-[0-9A-Za-z.-]{1,60}\\.json)");

  String text();

  /** Some of the rows of a table; those of a table are numbered from 1 on. */
  record Rows(String table, int number) implements EntryName {
    @Override
    public String text() {
      return "warehouse/%s/%06d.copy".formatted(table, number);
    }
  }

  /** A file of the archive, see {@link ArchivedFile}. */
  record Archived(ArchivedFile file) implements EntryName {
    @Override
    public String text() {
      return "archive/" + file.path();
    }
  }

  /** A file of the home, by its path in it. */
  record OfHome(String path) implements EntryName {
    @Override
    public String text() {
      return "home/" + path;
    }
  }

  /** {@link #ABOUT} or {@link #MANIFEST}. */
  record Frame(String text) implements EntryName {}

  /** Empty if no entry can be named so. */
  static Optional<EntryName> of(String name) {
    if (name.equals(ABOUT) || name.equals(MANIFEST)) {
      return Optional.of(new Frame(name));
    }
    Matcher rows = ROWS.matcher(name);
    if (rows.matches()) {
      return Optional.of(new Rows(rows.group(1), Integer.parseInt(rows.group(2))));
    }
    Matcher archived = ARCHIVED.matcher(name);
    if (archived.matches()) {
      return Optional.of(new Archived(new ArchivedFile(archived.group(2), archived.group(3))));
    }
    return name.startsWith("home/") && HomePaths.allow(name.substring("home/".length()))
        ? Optional.of(new OfHome(name.substring("home/".length())))
        : Optional.empty();
  }
}
