package io.yanmen.command.inspect;

import io.yanmen.catalog.Unit;
import io.yanmen.evidence.EvidenceItem;
import io.yanmen.evidence.EvidenceLayers;
import io.yanmen.evidence.Statement;
import io.yanmen.model.Language;
import io.yanmen.model.message.Messages;
import io.yanmen.model.text.TextWidth;
import io.yanmen.reading.normalise.DecisionRule;
import io.yanmen.reading.normalise.Decisions;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Lists the evidence for a figure, each with its place, and what came of it. */
final class EvidenceText {
  private static final int FACET_WIDTH = 16;

  private final Language language;
  private final Messages messages;
  private final String fileName;
  private final PrintWriter out;

  EvidenceText(Language language, String fileName, PrintWriter out) {
    this.language = language;
    this.messages = Messages.of(language);
    this.fileName = fileName;
    this.out = out;
  }

  /**
   * @param rules by which the figure was made; empty where it was refused
   */
  void print(Statement statement, Optional<Decisions> rules) {
    for (EvidenceFacet facet : EvidenceFacet.values()) {
      Optional<DecisionRule> rule = rules.flatMap(it -> rule(facet, it));
      List<String> lines = lines(statement, facet, rules);
      if (lines.isEmpty() && facet.isExpected() && rule.isEmpty()) {
        lines.add(messages.text("explain.unsaid"));
      }
      rule.filter(it -> it != DecisionRule.SAID)
          .ifPresent(it -> lines.add(messages.text(it.key())));
      String name = messages.text(facet.key());
      for (String line : lines) {
        out.println("  " + TextWidth.pad(name, FACET_WIDTH) + line);
        name = "";
      }
    }
  }

  private static Optional<DecisionRule> rule(EvidenceFacet facet, Decisions rules) {
    return switch (facet) {
      case MEASURE -> Optional.of(rules.measure());
      case SCENARIO -> Optional.of(rules.scenario());
      case PERIOD -> Optional.of(rules.period());
      case ACCUMULATION -> Optional.of(rules.accumulation());
      case UNIT -> Optional.of(rules.unit());
      default -> Optional.empty();
    };
  }

  /** What counts first, then what stands farther and does not. */
  private List<String> lines(Statement statement, EvidenceFacet facet, Optional<Decisions> rules) {
    List<? extends EvidenceItem<?>> counting =
        facet == EvidenceFacet.UNIT && rules.isPresent()
            ? rules.get().unitFound().stream().toList()
            : facet.of(statement.evidence());
    List<String> lines = new ArrayList<>();
    Set<String> shown = new HashSet<>();
    for (EvidenceItem<?> found : counting) {
      if (shown.add(found.where() + found.value())) {
        lines.add(line(statement, facet, found));
      }
      found
          .rival()
          .filter(it -> shown.add(it.where() + it.value()))
          .ifPresent(it -> lines.add(messages.text("explain.against", line(statement, facet, it))));
    }
    EvidenceLayers layers = statement.layers();
    for (EvidencePlace place : EvidencePlace.layers()) {
      for (EvidenceItem<?> found : facet.of(place.of(layers))) {
        if (!isShown(shown, found)) {
          boolean joined = counting.stream().anyMatch(it -> it.text().contains(found.text()));
          lines.add(
              messages.text(
                  joined ? "explain.joined" : "explain.unused", line(statement, facet, found)));
        }
      }
    }
    return lines;
  }

  /** Values of one place were made one, or say the same in another form. */
  private static boolean isShown(Set<String> shown, EvidenceItem<?> found) {
    return !shown.add(found.where() + found.value())
        || (!(found.value() instanceof Unit)
            && shown.stream().filter(it -> it.startsWith(found.where())).count() > 1);
  }

  private String line(Statement statement, EvidenceFacet facet, EvidenceItem<?> found) {
    EvidencePlace place =
        EvidencePlace.layers().stream()
            .filter(it -> standsIn(it, statement, facet, found))
            .findFirst()
            .map(it -> it.named(found, statement, fileName))
            .orElse(EvidencePlace.TITLE);
    return messages.text(
        "explain.evidence",
        found.text(),
        messages.text(place.key()),
        found.where(),
        EvidenceFacet.names(found, language).filter(it -> !it.equals(found.text())).orElse(""));
  }

  private static boolean standsIn(
      EvidencePlace place, Statement statement, EvidenceFacet facet, EvidenceItem<?> found) {
    return facet.of(place.of(statement.layers())).stream()
        .anyMatch(it -> it.where().equals(found.where()));
  }
}
