package io.yanmen.service.inbox;

import io.yanmen.model.message.Bilingual;
import io.yanmen.model.text.ShownText;
import io.yanmen.service.home.TargetFileName;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The files that could not be loaded or put away for a reason that is not theirs (warehouse or disk
 * out of reach): each has a note that says why, until that is done. The file itself stays where it
 * arrived.
 */
public final class WaitingList {
  private static final String ENDING = ".why.txt";

  /** What the reason stands after, by which a note is read again. */
  private static final String REASON = Bilingual.text("waiting.reason").both() + ": ";

  private final Path folder;
  private final Clock clock;

  public WaitingList(Path folder, Clock clock) {
    this.folder = folder;
    this.clock = clock;
  }

  /** Notes why an arrival has to wait to be loaded; a later note replaces an earlier one. */
  public void add(ReceivedFile arrival, Throwable cause) throws IOException {
    add(arrival, Bilingual.text("waiting.not_loaded"), cause);
  }

  /**
   * Notes why an arrival waits that has its outcome and could not be put away.
   *
   * @param load the number of the outcome in the warehouse
   */
  public void addLoaded(ReceivedFile arrival, long load, Throwable cause) throws IOException {
    add(arrival, Bilingual.text("waiting.not_put_away", load), cause);
  }

  private void add(ReceivedFile arrival, Bilingual state, Throwable cause) throws IOException {
    Files.createDirectories(folder);
    String text =
        """
        %s

        %s
        %s
        %s

        %s%s
        """
            .formatted(
                clock.instant(),
                ShownText.escaped(arrival.file().toString()),
                state.zh(),
                state.en(),
                REASON,
                reasonOf(cause));
    try {
      Files.writeString(note(arrival.folder(), arrival.name()), text);
    } catch (IOException e) {
      // Half a note says nothing.
      remove(arrival);
      throw e;
    }
  }

  public void remove(ReceivedFile arrival) throws IOException {
    Files.deleteIfExists(note(arrival.folder(), arrival.name()));
  }

  /**
   * Notes why something in the inbox is left alone; its address says what its name may not show.
   *
   * @param below the folder below the inbox that it lies in
   * @return the note
   */
  Path add(Path stray, String below, String reasonZh, String reasonEn) throws IOException {
    Files.createDirectories(folder);
    String name = String.valueOf(stray.getFileName());
    // Different names may look the same in a note's.
    Path note = note(below, name);
    for (int number = 2; Files.exists(note); number++) {
      note = folder.resolve(TargetFileName.of(shown(below, name), number) + ENDING);
    }
    Bilingual state = Bilingual.text("waiting.left_alone");
    Files.writeString(
        note,
        """
        %s

        %s
        %s
        %s
        %s

        %s%s
        %s
        """
            .formatted(
                clock.instant(),
                ShownText.escaped(stray.toString()),
                stray.toUri(),
                state.zh(),
                state.en(),
                REASON,
                reasonZh,
                reasonEn));
    return note;
  }

  /** What notes say that it is left alone in the inbox, each with its note. */
  Map<Path, Path> strays() throws IOException {
    Map<Path, Path> strays = new HashMap<>();
    for (String name : names()) {
      Path note = folder.resolve(name + ENDING);
      for (String line : lines(note)) {
        if (line.startsWith("file:")) {
          strays.put(Path.of(URI.create(line)), note);
          break;
        }
      }
    }
    return strays;
  }

  private static List<String> lines(Path note) throws IOException {
    try {
      return Files.readAllLines(note);
    } catch (NoSuchFileException | CharacterCodingException e) {
      // Loaded meanwhile, or none of ours.
      return List.of();
    }
  }

  /** Names of the files that wait. */
  public List<String> names() throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> notes = Files.list(folder)) {
      return notes
          .map(it -> it.getFileName().toString())
          .filter(it -> it.endsWith(ENDING))
          .map(it -> it.substring(0, it.length() - ENDING.length()))
          .sorted()
          .toList();
    }
  }

  /**
   * A file that waits.
   *
   * @param since when its last try failed
   * @param reason in the words of whatever failed
   */
  public record WaitingFile(String name, Instant since, String reason) {}

  /** The files that wait, with why. */
  public List<WaitingFile> all() throws IOException {
    List<WaitingFile> entries = new ArrayList<>();
    for (String name : names()) {
      entry(name).ifPresent(entries::add);
    }
    return entries;
  }

  /** Empty if it was loaded meanwhile, or the note is none of ours. */
  private Optional<WaitingFile> entry(String name) throws IOException {
    try {
      String note = Files.readString(folder.resolve(name + ENDING));
      // The first: what follows may quote anything.
      int reasonAt = note.indexOf("\n" + REASON) + 1;
      String reason = note.substring(reasonAt).replaceFirst("^" + REASON, "").strip();
      Instant since = Instant.parse(note.lines().findFirst().orElse(""));
      return Optional.of(new WaitingFile(name, since, reason));
    } catch (NoSuchFileException | DateTimeParseException e) {
      return Optional.empty();
    }
  }

  private Path note(String below, String name) {
    return folder.resolve(TargetFileName.of(shown(below, name), 1) + ENDING);
  }

  private static String shown(String below, String name) {
    return below.isEmpty() ? name : below.replace('/', '／') + "／" + name;
  }

  private static String reasonOf(Throwable cause) {
    StringBuilder reason = new StringBuilder(ShownText.escaped(cause.toString()));
    for (Throwable it = cause.getCause(); it != null; it = it.getCause()) {
      reason.append("\n  ").append(ShownText.escaped(it.toString()));
    }
    return reason.toString();
  }
}
