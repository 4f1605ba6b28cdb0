package io.yanmen.service.held;

import io.yanmen.model.Language;
import io.yanmen.model.message.Messages;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
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
   * @param missing the loads whose files are not here
   * @param loads how many the warehouse has
   */
  static NotInArchiveException ofReplay(List<ShadowRebuild.Known> missing, int loads) {
    Map<String, List<ShadowRebuild.Known>> bySource =
        missing.stream()
            .collect(
                Collectors.groupingBy(
                    ShadowRebuild.Known::source, TreeMap::new, Collectors.toList()));
    List<Sentence> sentences = new ArrayList<>();
    sentences.add(Sentence.of("replay.elsewhere", loads, missing.size()));
    bySource.forEach(
        (source, its) ->
            sentences.add(
                Sentence.of("replay.elsewhere.source", source, its.size(), namesOf(its))));
    sentences.add(Sentence.of("replay.elsewhere.action"));
    return new NotInArchiveException(sentences);
  }

  private static String namesOf(List<ShadowRebuild.Known> loads) {
    List<String> names = loads.stream().map(ShadowRebuild.Known::fileName).distinct().toList();
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
