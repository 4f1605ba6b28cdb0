package io.yanmen.model.check;

import io.yanmen.model.outcome.Severity;

/** What the checks of a room for tests have in common. */
public interface ToyCheck extends Check {
  @Override
  default Severity severity() {
    return Severity.FLAG;
  }

  @Override
  default CheckExample fails() {
    return CheckExample.of("140923 gdp level 2024 7");
  }

  @Override
  default CheckExample passes() {
    return CheckExample.of("140923 gdp level 2024 8");
  }
}
