package io.yanmen.warehouse.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.yanmen.catalog.CatalogFiles;
import io.yanmen.model.Indicator;
import io.yanmen.model.Measure;
import io.yanmen.model.Observation;
import io.yanmen.model.Scenario;
import io.yanmen.model.check.CheckExample;
import io.yanmen.model.outcome.Outcome;
import io.yanmen.model.outcome.Rejection;
import io.yanmen.model.outcome.RejectionCode;
import io.yanmen.model.outcome.Severity;
import io.yanmen.reading.check.FigureCheck;
import io.yanmen.reading.check.FigureChecks;
import io.yanmen.reading.check.FigureLimits;
import io.yanmen.reading.check.FigureTest;
import io.yanmen.warehouse.Warehouse;
import io.yanmen.warehouse.WarehouseExtension;
import io.yanmen.warehouse.load.Loader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Walks docs/add-a-check.md: a toy of either kind is one class, and works. */
@ExtendWith(WarehouseExtension.class)
class AddACheckIT {
  private final Warehouse warehouse;

  AddACheckIT(Warehouse warehouse) {
    this.warehouse = warehouse;
  }

  private Outcome load(Severity severity, CheckExample example) throws Exception {
    Loader loader =
        new Loader(
            warehouse.dataSource(),
            Path.of("target/tmp"),
            (language, r, file) -> r.code().name(),
            new Checks(List.of(new ToySqlCheck(severity))));
    List<String> lines = new ArrayList<>(example.file());
    lines.add("140924 retail_sales level 2025-1~4 1");
    return Figures.load(loader, lines.toArray(String[]::new));
  }

  private static List<Rejection> refused(Outcome outcome) {
    return outcome instanceof Outcome.Held held
        ? held.reasons()
        : ((Outcome.Loaded) outcome).rejections();
  }

  private static List<Rejection> warned(Outcome outcome) {
    return outcome instanceof Outcome.Loaded loaded ? loaded.warnings() : List.of();
  }

  @ParameterizedTest
  @EnumSource
  void checkInSqlThatCannotLookInMemorySeesEverything(Severity severity) throws Exception {
    Outcome outcome = load(severity, new ToySqlCheck(severity).fails());

    assertThat(severity == Severity.FLAG ? warned(outcome) : refused(outcome))
        .extracting(it -> it.cell() + " " + it.code())
        .containsExactly("A1 VALUE_OUT_OF_RANGE");
    assertThat(outcome)
        .isInstanceOf(severity == Severity.HOLD ? Outcome.Held.class : Outcome.Loaded.class);
  }

  @Test
  void checkInSqlLeavesAloneWhatPasses() throws Exception {
    Outcome outcome = load(Severity.FLAG, new ToySqlCheck(Severity.FLAG).passes());

    assertThat(warned(outcome)).isEmpty();
    assertThat(refused(outcome)).isEmpty();
  }

  /** No school is the thirteenth. */
  private static final class NoThirteen implements FigureCheck {
    @Override
    public RejectionCode code() {
      return RejectionCode.VALUE_OUT_OF_RANGE;
    }

    @Override
    public Optional<FigureTest> test(Indicator indicator, Measure measure, FigureLimits limits) {
      return indicator.code().equals("schools") && measure == Measure.LEVEL
          ? Optional.of(
              figure ->
                  figure.value().intValue() == 13
                      ? Optional.of(List.of("13", indicator.nameZh(), "", ""))
                      : Optional.empty())
          : Optional.empty();
    }

    @Override
    public CheckExample fails() {
      return CheckExample.of("140923 schools level 2024 13");
    }

    @Override
    public CheckExample passes() {
      return CheckExample.of("140923 schools level 2024 14", "140923 gdp level 2024 13");
    }
  }

  @Test
  void checkOfSingleFiguresRefusesThem() {
    FigureCheck toy = new NoThirteen();
    FigureChecks checks = new FigureChecks(CatalogFiles.load(), List.of(toy));

    assertThat(figures(toy.fails())).allMatch(it -> checks.objection(it).isPresent());
    assertThat(figures(toy.passes())).allMatch(it -> checks.objection(it).isEmpty());
  }

  private static List<Observation> figures(CheckExample example) {
    return Figures.observations(Scenario.ACTUAL, example.file().toArray(String[]::new));
  }
}
