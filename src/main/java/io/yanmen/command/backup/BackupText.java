package io.yanmen.command.backup;

import io.yanmen.model.message.Messages;
import io.yanmen.model.text.ShownText;
import io.yanmen.service.backup.ArchiveBalance;
import io.yanmen.service.backup.Backup;
import io.yanmen.service.backup.Restore;
import io.yanmen.service.backup.file.BackupSummary;
import io.yanmen.service.backup.file.Manifest;
import io.yanmen.service.backup.file.ManifestEntry;
import io.yanmen.service.home.Home;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;

/** Says what a backup holds, and what it does not. */
final class BackupText {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneId.systemDefault());
  private static final double MEGABYTE = 1 << 20;
  private static final int MOST_SHOWN = 20;

  private final Messages messages;
  private final PrintWriter out;
  private final PrintWriter err;

  /**
   * @param err for what needs a person
   */
  BackupText(Messages messages, PrintWriter out, PrintWriter err) {
    this.messages = messages;
    this.out = out;
    this.err = err;
  }

  void written(Path file, Backup.BackupResult result) {
    out.println(messages.text("cli.backup.done", file, megabytes(result.size())));
    holds(result.contents());
    if (!result.secrets().isEmpty()) {
      line(messages.text("cli.backup.secrets", String.join(", ", result.secrets())));
    }
    list("cli.backup.leftOut", result.leftOut());
    list("cli.backup.foreign", result.foreign());
    missing(result.missing());
    out.flush();
  }

  void restored(Home home, Restore.RestoreResult result, ArchiveBalance balance) {
    out.println(messages.text("cli.restore.done", home.root()));
    holds(result.contents());
    if (!result.putAside().isEmpty()) {
      list("cli.restore.aside", result.putAside().stream().map(Path::toString).toList());
    }
    missing(balance.missing());
    if (balance.notLoaded() > 0) {
      err.println(messages.text("cli.restore.notLoaded", balance.notLoaded()));
    }
    out.println(messages.text("cli.restore.next"));
    out.flush();
  }

  private void holds(BackupSummary contents) {
    Manifest manifest = contents.manifest();
    line(
        messages.text(
            "cli.backup.warehouse",
            TIME.format(manifest.moment()),
            contents.about().schema(),
            manifest.rows("observation"),
            manifest.rows("revision"),
            manifest.rows("load")));
    files("cli.backup.archive", manifest.archive());
    files("cli.backup.home", manifest.home());
  }

  private void files(String key, ManifestEntry part) {
    line(messages.text(key, part.count(), megabytes(part.bytes())));
  }

  private void line(String text) {
    out.println("  " + text);
  }

  private void missing(long contents) {
    if (contents > 0) {
      err.println(messages.text("cli.backup.missing", contents));
    }
  }

  private void list(String key, List<String> names) {
    if (names.isEmpty()) {
      return;
    }
    err.println(messages.text(key, names.size()));
    names.stream().limit(MOST_SHOWN).forEach(it -> err.println("  " + ShownText.escaped(it)));
    if (names.size() > MOST_SHOWN) {
      err.println("  …");
    }
  }

  private String megabytes(long bytes) {
    return String.format(messages.language().locale(), "%,.1f MB", bytes / MEGABYTE);
  }
}
