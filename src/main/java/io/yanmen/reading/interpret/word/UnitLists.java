package io.yanmen.reading.interpret.word;

import io.yanmen.catalog.Unit;
import io.yanmen.catalog.UnitGrammar;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads units, alone or several in a list. */
final class UnitLists {
  private static final Pattern LIST = Pattern.compile("[、,;]");
  private static final int LONGEST = 400;

  private final UnitGrammar units;

  UnitLists(UnitGrammar units) {
    this.units = units;
  }

  /** The parts of a list such as 万元、%. */
  static String[] parts(String list) {
    return LIST.split(list);
  }

  /** All units of a list such as 万元、%; empty unless every part is a unit. */
  List<Unit> of(String text) {
    if (text.length() > LONGEST) {
      return List.of();
    }
    Optional<Unit> single = units.parse(text);
    if (single.isPresent()) {
      return List.of(single.get());
    }
    List<Unit> all = new ArrayList<>();
    for (String part : parts(text)) {
      Optional<Unit> unit = units.parse(part);
      if (unit.isEmpty()) {
        return List.of();
      }
      all.add(unit.get());
    }
    return all;
  }
}
