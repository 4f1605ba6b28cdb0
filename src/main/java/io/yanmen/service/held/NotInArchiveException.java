package io.yanmen.service.held;

import io.yanmen.model.Language;
import io.yanmen.model.message.Messages;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The archive at hand lacks files that the warehouse has loads of: another service, with a home of
 * its own, received them, or they were deleted. Says which and what to do; nothing was changed.
 */
public final class NotInArchiveException extends IOException {
  private static final long serialVersionUID = 1L;
  private static final int MOST_NAMES = 5;

  /**
   * @param key of the text in {@link Messages}
   */
  private record Sentence(String key, List<String> arguments) {
    static Sentence of(String key, Object... arguments) {
      return new Sentence(key, Stream.of(arguments).map(String::valueOf).toList());
    }
  }

  private final transient List<Sentence> sentences;

  private NotInArchiveException(List<Sentence> sentences) {
    super(text(sentences, Messages.of(Language.EN)));
    this.sentences = List.copyOf(sentences);
  }

  /**
   * A replay that would lose loads.
   *
   * @param missing by source: the file of each load that is not here
   * @param loads how many the warehouse has
   */
  public static NotInArchiveException ofReplay(SortedMap<String, List<String>> missing, int loads) {
    List<Sentence> sentences = new ArrayList<>();
    int lacking = missing.values().stream().mapToInt(List::size).sum();
    sentences.add(Sentence.of("replay.elsewhere", loads, lacking));
    missing.forEach(
        (source, files) ->
            sentences.add(
                Sentence.of("replay.elsewhere.source", source, files.size(), shown(files))));
    sentences.add(Sentence.of("replay.elsewhere.action"));
    return new NotInArchiveException(sentences);
  }

  private static String shown(List<String> files) {
    List<String> names = files.stream().distinct().toList();
    return names.stream().limit(MOST_NAMES).collect(Collectors.joining(", "))
        + (names.size() > MOST_NAMES ? ", …" : "");
  }

  /** A file that waits for a decision elsewhere. */
  public static NotInArchiveException ofHeld(HeldLoads.HeldLoad held) {
    String folder = held.sha256().substring(0, 2) + "/" + held.sha256();
    return new NotInArchiveException(
        List.of(
            Sentence.of("held.elsewhere", held.load(), held.fileName(), held.source(), folder)));
  }

  public String in(Language language) {
    return text(sentences, Messages.of(language));
  }

  private static String text(List<Sentence> sentences, Messages messages) {
    return sentences.stream()
        .map(it -> messages.text(it.key(), it.arguments().toArray()))
        .collect(Collectors.joining("\n"));
  }
}
