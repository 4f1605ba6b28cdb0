package io.yanmen.command.alias;

import io.yanmen.catalog.AreaNames;
import io.yanmen.catalog.Catalog;
import io.yanmen.catalog.IndicatorNames;
import io.yanmen.catalog.NameNormalForm;
import io.yanmen.catalog.UnitGrammar;
import io.yanmen.model.Area;
import io.yanmen.model.Indicator;
import io.yanmen.model.message.UserError;
import io.yanmen.reading.interpret.TableWords;
import io.yanmen.warehouse.LearnedAliases;
import java.util.List;

/** Whether a name can be taught: it must be free, and its code must be known. */
final class AliasCheck {
  private static final int LONGEST = 60;

  /** What a name is before it is taught; all else is refused. */
  enum Standing {
    NEW,
    KNOWN_ALREADY
  }

  private final AreaNames areas;
  private final IndicatorNames indicators;

  /**
   * @param catalog with what was taught before
   */
  AliasCheck(Catalog catalog) {
    areas = new AreaNames(catalog);
    indicators = new IndicatorNames(catalog);
  }

  /**
   * @throws UserError if the code is unknown, or the name means something else already
   */
  Standing check(LearnedAliases.AliasKind kind, String name, String code) {
    String plain = NameNormalForm.of(name);
    boolean known =
        switch (kind) {
          case AREA -> areas.byCode(code).isPresent();
          case INDICATOR -> indicators.byCode(code).isPresent();
        };
    if (!known) {
      throw new UserError("usage.alias.code", code, near(kind, code));
    }
    List<Area> areasNamed = areas.today(plain);
    List<Indicator> indicatorsNamed = indicators.lookup(plain);
    boolean already =
        switch (kind) {
          case AREA -> areasNamed.size() == 1 && areasNamed.get(0).code().equals(code);
          case INDICATOR ->
              indicatorsNamed.size() == 1 && indicatorsNamed.get(0).code().equals(code);
        };
    if (already) {
      return Standing.KNOWN_ALREADY;
    }
    free(name, areasNamed, indicatorsNamed);
    return Standing.NEW;
  }

  /** A code that is really a name: its codes. */
  private List<String> near(LearnedAliases.AliasKind kind, String code) {
    String plain = NameNormalForm.of(code);
    return switch (kind) {
      case AREA -> areas.today(plain).stream().limit(5).map(AliasCheck::shown).toList();
      case INDICATOR -> indicators.lookup(plain).stream().limit(5).map(AliasCheck::shown).toList();
    };
  }

  private static String shown(Area area) {
    return area.nameZh() + " " + area.code();
  }

  private static String shown(Indicator indicator) {
    return indicator.nameZh() + " " + indicator.code();
  }

  private void free(String name, List<Area> areasNamed, List<Indicator> indicatorsNamed) {
    List<String> meant =
        areasNamed.isEmpty()
            ? indicatorsNamed.stream().limit(5).map(AliasCheck::shown).toList()
            : areasNamed.stream().limit(5).map(AliasCheck::shown).toList();
    if (!meant.isEmpty()) {
      throw new UserError("usage.alias.meant", name, meant);
    }
    String plain = NameNormalForm.of(name);
    boolean wordy = plain.codePoints().anyMatch(Character::isLetter);
    if (plain.length() < 2 || plain.length() > LONGEST || !wordy) {
      throw new UserError("usage.alias.name", name, LONGEST);
    }
    if (new TableWords(areas, indicators, new UnitGrammar()).contain(name)) {
      throw new UserError("usage.alias.table_word", name);
    }
  }
}
