package io.yanmen.reading.interpret.label;

import static org.assertj.core.api.Assertions.assertThat;

import io.yanmen.evidence.Evidence;
import io.yanmen.evidence.EvidenceItem;
import io.yanmen.evidence.UnknownWords;
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
  private static final List<Evidence> LABELS =
      List.of(
          measure(Measure.LEVEL, "A1"),
          measure(Measure.YOY, "A2"),
          scenario(Scenario.ACTUAL, "B1"),
          scenario(Scenario.TARGET, "B2"),
          unknown("甲", "C1"),
          unknown("乙", "C2"),
          Evidence.NONE);

  @Property
  void knowsCombinationsAgainInAnyOrder(@ForAll("rows") List<List<Integer>> rows) {
    LabelPaths paths = new LabelPaths();
    Map<List<Evidence>, LabelPaths.Together> known = new HashMap<>();
    for (List<Integer> row : rows) {
      List<Evidence> labels = row.stream().map(LABELS::get).toList();
      LabelPaths.Together together = paths.nothing();
      Evidence said = Evidence.NONE;
      for (Evidence label : labels) {
        together = together.beside(label);
        said = said.beside(label);
      }
      assertThat(together.facets()).isEqualTo(said);
      List<Evidence> telling = labels.stream().filter(l -> l != Evidence.NONE).toList();
      LabelPaths.Together before = known.putIfAbsent(telling, together);
      assertThat(before == null ? together : before).isSameAs(together);
    }
  }

  @Property
  void keepsWhatWasFoundForAPlaceUntilAnotherLineStandsBetween(@ForAll("finds") List<Find> finds) {
    LabelPaths.Together together = new LabelPaths().nothing();
    Map<Integer, Evidence> kept = new HashMap<>();
    Evidence section = Evidence.NONE;
    for (Find find : finds) {
      Evidence below = LABELS.get(find.section());
      Evidence expected = below == section ? kept.get(find.place()) : null;
      assertThat(together.kept(find.place(), below)).isSameAs(expected);
      if (expected == null) {
        if (below != section) {
          kept.clear();
          section = below;
        }
        Evidence evidence = unknown(String.valueOf(find.place()), "D" + find.place());
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

  private static Evidence measure(Measure measure, String where) {
    return Evidence.NONE.withMeasure(EvidenceItem.of(measure, measure.name(), where));
  }

  private static Evidence scenario(Scenario scenario, String where) {
    return Evidence.NONE.withScenario(
        Optional.of(EvidenceItem.of(scenario, scenario.name(), where)));
  }

  private static Evidence unknown(String words, String where) {
    UnknownWords unknown = new UnknownWords(words, RejectionCode.UNKNOWN_CONTEXT);
    return Evidence.NONE.withUnknown(EvidenceItem.of(unknown, words, where));
  }
}
