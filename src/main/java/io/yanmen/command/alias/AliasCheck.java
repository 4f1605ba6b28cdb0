package io.yanmen.command.alias;

import io.yanmen.catalog.AreaNames;
import io.yanmen.catalog.Catalog;
import io.yanmen.catalog.IndicatorNames;
import io.yanmen.catalog.NameNormalForm;
import io.yanmen.catalog.UnitGrammar;
import io.yanmen.command.option.UsageException;
import io.yanmen.model.Area;
import io.yanmen.model.Indicator;
import io.yanmen.reading.interpret.TableWords;
import io.yanmen.warehouse.LearnedAliases;
import java.util.List;
import java.util.stream.Collectors;

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
   * @throws UsageException if the code is unknown, or the name means something else already
   */
  Standing check(LearnedAliases.AliasKind kind, String name, String code) {
    String plain = NameNormalForm.of(name);
    boolean known =
        switch (kind) {
          case AREA -> areas.byCode(code).isPresent();
          case INDICATOR -> indicators.byCode(code).isPresent();
        };
    if (!known) {
      String near = near(kind, code);
      throw new UsageException(
          "目录中没有代码“" + code + "”" + (near.isEmpty() ? "" : "；可能是：" + near),
          "the catalogue has no code \""
              + code
              + "\""
              + (near.isEmpty() ? "" : "; perhaps " + near));
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
  private String near(LearnedAliases.AliasKind kind, String code) {
    String plain = NameNormalForm.of(code);
    return switch (kind) {
      case AREA -> areas.today(plain).stream().limit(5).map(AliasCheck::shown).collect(joined());
      case INDICATOR ->
          indicators.lookup(plain).stream().limit(5).map(AliasCheck::shown).collect(joined());
    };
  }

  private static java.util.stream.Collector<CharSequence, ?, String> joined() {
    return Collectors.joining("、");
  }

  private static String shown(Area area) {
    return area.nameZh() + " " + area.code();
  }

  private static String shown(Indicator indicator) {
    return indicator.nameZh() + " " + indicator.code();
  }

  private void free(String name, List<Area> areasNamed, List<Indicator> indicatorsNamed) {
    String meant =
        areasNamed.isEmpty()
            ? indicatorsNamed.stream().limit(5).map(AliasCheck::shown).collect(joined())
            : areasNamed.stream().limit(5).map(AliasCheck::shown).collect(joined());
    if (!meant.isEmpty()) {
      throw new UsageException(
          "“" + name + "”已经有所指：" + meant + "；同一个名称不能再指别的",
          "\""
              + name
              + "\" means "
              + meant
              + " already; one name cannot mean another thing as well");
    }
    String plain = NameNormalForm.of(name);
    boolean wordy = plain.codePoints().anyMatch(Character::isLetter);
    if (plain.length() < 2 || plain.length() > LONGEST || !wordy) {
      throw new UsageException(
          "“" + name + "”不能作名称：要有 2 到 " + LONGEST + " 个字，且不能只是数字或符号",
          "\""
              + name
              + "\" cannot be a name: it takes 2 to "
              + LONGEST
              + " characters that are not only digits or signs");
    }
    if (new TableWords(areas, indicators, new UnitGrammar()).contain(name)) {
      throw new UsageException(
          "“" + name + "”在表中另有含义（如合计、增速、单位、列名），不能作名称",
          "\""
              + name
              + "\" has a meaning of its own in tables (a total, a growth, a unit, the head of a"
              + " column) and cannot be a name");
    }
  }
}
