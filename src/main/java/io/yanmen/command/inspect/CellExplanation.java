package io.yanmen.command.inspect;

import io.yanmen.evidence.Statement;
import io.yanmen.model.Language;
import io.yanmen.model.Observation;
import io.yanmen.model.Qualifier;
import io.yanmen.model.SeriesKey;
import io.yanmen.model.message.Messages;
import io.yanmen.model.outcome.Rejection;
import io.yanmen.model.table.CellAddress;
import io.yanmen.reading.normalise.DecisionListener;
import io.yanmen.reading.normalise.Decisions;
import io.yanmen.report.SeriesNames;
import java.io.PrintWriter;
import java.util.Map;
import java.util.Optional;

/** Prints for each figure what it was taken for or why it was refused, with the evidence. */
final class CellExplanation implements DecisionListener {
  private final Language language;
  private final Messages messages;
  private final SeriesNames names;
  private final Map<String, String> units;
  private final Optional<CellArgument> wanted;
  private final Map<CellAddress, Rejection> contradictions;
  private final PrintWriter out;
  private final EvidenceText evidence;
  private long explained;
  private long refused;

  /**
   * @param units canonical units by indicator
   * @param wanted empty for all cells
   * @param contradictions what only the file as a whole refuses
   */
  CellExplanation(
      Language language,
      SeriesNames names,
      Map<String, String> units,
      Optional<CellArgument> wanted,
      Map<CellAddress, Rejection> contradictions,
      String fileName,
      PrintWriter out) {
    this.language = language;
    this.messages = Messages.of(language);
    this.names = names;
    this.units = units;
    this.wanted = wanted;
    this.contradictions = contradictions;
    this.out = out;
    this.evidence = new EvidenceText(language, fileName, out);
  }

  long explained() {
    return explained;
  }

  long refused() {
    return refused;
  }

  @Override
  public void made(Statement statement, Observation observation, Decisions rules) {
    if (isWanted(statement)) {
      head(statement);
      Optional.ofNullable(contradictions.get(statement.address()))
          .ifPresentOrElse(this::refusal, () -> out.println("  " + taken(observation)));
      evidence.print(statement, Optional.of(rules));
      out.println();
    }
  }

  @Override
  public void refused(Statement statement, Rejection rejection) {
    if (isWanted(statement)) {
      head(statement);
      refusal(rejection);
      evidence.print(statement, Optional.empty());
      out.println();
    }
  }

  private boolean isWanted(Statement statement) {
    return wanted.filter(it -> !it.matches(statement.address())).isEmpty();
  }

  private void head(Statement statement) {
    explained++;
    out.println(messages.text("explain.cell", statement.address(), statement.cell().text()));
  }

  private String taken(Observation it) {
    SeriesKey series = it.series();
    return messages.text(
        "explain.taken",
        names.name(series, language),
        messages.term(series.scenario().code()),
        it.period().label(),
        EvidenceFacet.span(series.accumulation(), messages),
        CsvFindings.plain(it),
        series.measure().unit(units.getOrDefault(series.indicatorCode(), "")),
        it.qualifier() == Qualifier.EXACT ? "" : messages.term(it.qualifier().code()));
  }

  private void refusal(Rejection rejection) {
    refused++;
    out.println(
        "  " + messages.text("explain.refused", rejection.code(), messages.explanation(rejection)));
    out.println("  " + messages.text("explain.action", messages.action(rejection)));
  }
}
