package io.yanmen.reading.check;

import io.yanmen.model.Observation;
import java.util.List;
import java.util.Optional;

/** Looks at one figure after the other. */
@FunctionalInterface
public interface FigureTest {
  /** Empty if the figure can be; else what the messages of the check are filled with. */
  Optional<List<String>> objection(Observation figure);
}
