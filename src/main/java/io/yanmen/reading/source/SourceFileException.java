package io.yanmen.reading.source;

import io.yanmen.model.Language;
import java.util.List;
import java.util.stream.Collectors;

/** Files in {@code routes/sources} that cannot be understood; the message names file and line. */
public final class SourceFileException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<SourceProblem> problems;

  SourceFileException(List<SourceProblem> problems) {
    super(lines(problems, Language.EN));
    this.problems = List.copyOf(problems);
  }

  public List<SourceProblem> problems() {
    return problems;
  }

  /** One line for each problem. */
  public String in(Language language) {
    return lines(problems, language);
  }

  private static String lines(List<SourceProblem> problems, Language language) {
    return problems.stream().map(it -> it.in(language)).collect(Collectors.joining("\n"));
  }
}
