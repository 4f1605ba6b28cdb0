package io.yanmen.reading.source;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.yanmen.model.Frequency;
import io.yanmen.reading.feed.format.FeedFormats;
import io.yanmen.reading.feed.mapping.FeedSettings;
import io.yanmen.reading.interpret.SourceHints;
import io.yanmen.reading.interpret.head.HeaderRows;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The form of a file in {@code routes/sources}, as {@code source.schema.json} there has it; what
 * may be left out is nullable.
 */
public record SourceFile(
    @JsonProperty(value = "code", required = true) String code,
    @Nullable Names name,
    @Nullable String folder,
    @Nullable Integer priority,
    @JsonProperty("tolerated-share") @Nullable Double toleratedShare,
    @Nullable Hints hints,
    @Nullable FeedSection feed,
    @Nullable Reports reports) {

  record Names(@Nullable String zh, @Nullable String en) {}

  public record Hints(
      @Nullable String area,
      @Nullable String indicator,
      @Nullable String unit,
      @Nullable String period,
      @Nullable String measure,
      @Nullable String scenario,
      @Nullable String accumulation,
      @JsonProperty("header-rows") @Nullable String headerRows,
      @Nullable List<String> sheets,
      @JsonProperty("skip-sheets") @Nullable List<String> skipSheets,
      @JsonProperty("ignore-columns") @Nullable List<String> ignoreColumns,
      @Nullable String hidden) {
    public SourceHints toHints() {
      return new SourceHints(
          Optional.ofNullable(area),
          Optional.ofNullable(indicator),
          Optional.ofNullable(unit),
          Optional.ofNullable(period),
          Optional.ofNullable(measure),
          Optional.ofNullable(scenario),
          Optional.ofNullable(accumulation),
          Optional.ofNullable(headerRows).map(HeaderRows::of),
          sheets == null ? List.of() : sheets,
          skipSheets == null ? List.of() : skipSheets,
          ignoreColumns == null ? List.of() : ignoreColumns,
          "refuse".equals(hidden));
    }
  }

  record Reports(
      @JsonProperty(value = "frequency", required = true) String frequency,
      @JsonProperty(value = "due-days", required = true) Integer dueDays,
      @Nullable List<String> areas,
      @JsonProperty("children-of") @Nullable String childrenOf,
      @JsonProperty(value = "since", required = true) String since) {
    ReportingDuty toDuty() {
      return new ReportingDuty(
          switch (frequency) {
            case "monthly" -> Frequency.M;
            case "quarterly" -> Frequency.Q;
            default -> Frequency.A;
          },
          dueDays,
          areas == null ? List.of() : areas,
          Optional.ofNullable(childrenOf),
          YearMonth.parse(since).atDay(1));
    }
  }

  Source toSource(FeedFormats formats) {
    String zh = name == null || name.zh() == null ? code : name.zh();
    String en = name == null || name.en() == null ? code : name.en();
    return new Source(
        code,
        zh,
        en,
        folder == null ? "" : folder.replaceAll("^/+|/+$", ""),
        priority == null ? Source.UNKNOWN.priority() : priority,
        toleratedShare == null ? Source.UNKNOWN.toleratedShare() : toleratedShare,
        hints == null ? SourceHints.NONE : hints.toHints(),
        feed == null ? FeedSettings.NONE : feed.toSettings(formats),
        Optional.ofNullable(reports).map(Reports::toDuty));
  }
}
