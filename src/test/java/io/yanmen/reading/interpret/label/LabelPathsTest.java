package io.yanmen.reading.interpret.label;


import static org.assertj.core.api.Assertions.assertThat;

import io.yanmen.evidence.Facets;
import io.yanmen.evidence.Found;
import io.yanmen.evidence.Unknown;
import io.yanmen.model.Measure;
import io.yanmen.model.Scenario;
import io.yanmen.model.outcome.RejectionCode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** In whatever order rows come: the same labels are the same object and say the same. */
@SuppressWarnings("ReferenceEquality") // Labels are known by identity: that is the point here.
class LabelPathsTest {
  private static final List<Facets> LABELS =
      List.of(
          measure(Measure.LEVEL, "A1"),
          measure(Measure.YOY, "A2"),
          scenario(Scenario.ACTUAL, "B1"),
          scenario(Scenario.TARGET, "B2"),
          unknown("甲", "C1"),
          unknown("乙", "C2"),
          Facets.NONE);

  @Property
  void knowsCombinationsAgainInAnyOrder(@ForAll("rows") List<List<Integer>> rows) {
    LabelPaths paths = new LabelPaths();
    Map<List<Facets>, LabelPaths.Together> known = new HashMap<>();
    for (List<Integer> row : rows) {
      List<Facets> labels = row.stream().map(LABELS::get).toList();
      LabelPaths.Together together = paths.nothing();
      Facets said = Facets.NONE;
      for (Facets label : labels) {
        together = together.beside(label);
        said = said.beside(label);
      }
      assertThat(together.facets()).isEqualTo(said);
      List<Facets> telling = labels.stream().filter(l -> l != Facets.NONE).toList();
      LabelPaths.Together before = known.putIfAbsent(telling, together);
      assertThat(before == null ? together : before).isSameAs(together);
    }
  }

  @Property
  void keepsWhatWasFoundForAPlaceUntilAnotherLineStandsBetween(@ForAll("finds") List<Find> finds) {
    LabelPaths.Together together = new LabelPaths().nothing();
    Map<Integer, Facets> kept = new HashMap<>();
    Facets section = Facets.NONE;
    for (Find find : finds) {
      Facets below = LABELS.get(find.section());
      Facets expected = below == section ? kept.get(find.place()) : null;
      assertThat(together.kept(find.place(), below)).isSameAs(expected);
      if (expected == null) {
        if (below != section) {
          kept.clear();
          section = below;
        }
        Facets evidence = unknown(String.valueOf(find.place()), "D" + find.place());
        kept.put(find.place(), evidence);
        together.keep(find.place(), below, evidence);
      }
    }
  }

  record Find(int place, int section) {}

  @Provide
  Arbitrary<List<List<Integer>>> rows() {
    return Arbitraries.integers()
        .between(0, LABELS.size() - 1)
        .list()
        .ofMaxSize(4)
        .list()
        .ofMaxSize(60);
  }

  @Provide
  Arbitrary<List<Find>> finds() {
    Arbitrary<Integer> places = Arbitraries.of(0, 1, 2, 3, 17, 400);
    Arbitrary<Integer> sections = Arbitraries.of(6, 6, 6, 6, 4, 5);
    return places.flatMap(p -> sections.map(s -> new Find(p, s))).list().ofMaxSize(60);
  }

  private static Facets measure(Measure measure, String where) {
    return Facets.NONE.withMeasure(Found.of(measure, measure.name(), where));
  }

  private static Facets scenario(Scenario scenario, String where) {
    return Facets.NONE.withScenario(Optional.of(Found.of(scenario, scenario.name(), where)));
  }

  private static Facets unknown(String words, String where) {
    Unknown unknown = new Unknown(words, RejectionCode.UNKNOWN_CONTEXT);
    return Facets.NONE.withUnknown(Optional.of(Found.of(unknown, words, where)));
  }
}
