package io.yanmen.reading.source;

import io.yanmen.model.Language;
import io.yanmen.model.message.Messages;
import java.nio.file.Path;
import java.util.List;

/**
 * One thing that is wrong with a source's file: where, what was found, what is expected.
 *
 * @param line from 1; 0 where it is the file as a whole
 * @param property with the sections that it is in (hints.area); empty for the file as a whole
 * @param arguments what the kind's message needs, in its order
 */
public record SourceProblem(
    Path file, int line, String property, ProblemKind kind, List<String> arguments) {
  /** Kinds of problems; each has its message in both languages. */
  public enum ProblemKind {
    /** Arguments: what the parser met. */
    NO_YAML("source.no-yaml"),
    /** Arguments: the property, those that there are. */
    UNKNOWN_PROPERTY("source.unknown-property"),
    /** Arguments: the property, an example. */
    MISSING_PROPERTY("source.missing-property"),
    /** Arguments: what was found, its type, the types expected. */
    WRONG_TYPE("source.wrong-type"),
    /** Arguments: what was found, the choices. */
    NO_CHOICE("source.no-choice"),
    /** Arguments: what was found, an example. */
    WRONG_FORM("source.wrong-form"),
    /** Arguments: what was found, the least, the most. */
    OUT_OF_RANGE("source.out-of-range"),
    /** Arguments: what was found, names that look like it. */
    UNKNOWN_NAME("source.unknown-name"),
    /** Arguments: what was found, the source that has it. */
    TAKEN("source.taken"),
    /** Arguments: what the check of the schema says. */
    OTHER("source.other");

    private final String key;

    ProblemKind(String key) {
      this.key = key;
    }
  }

  public SourceProblem {
    arguments = List.copyOf(arguments);
  }

  /** One line: place, what is wrong, and what to do. */
  public String in(Language language) {
    Messages messages = Messages.of(language);
    return messages.text("source.place", file, line == 0 ? "" : line, property)
        + messages.text(kind.key, arguments.toArray());
  }
}
