package io.yanmen.command.option;

import io.yanmen.catalog.AreaNames;
import io.yanmen.catalog.IndicatorNames;
import io.yanmen.catalog.NameNormalForm;
import io.yanmen.model.Area;
import io.yanmen.model.Indicator;
import io.yanmen.model.message.UserError;
import java.util.List;
import java.util.function.Function;

/** Areas and indicators as people name them on the command line: by code, or by any known name. */
public final class NameArguments {
  private static final int OFFERED = 3;

  private final AreaNames areas;
  private final IndicatorNames indicators;

  public NameArguments(AreaNames areas, IndicatorNames indicators) {
    this.areas = areas;
    this.indicators = indicators;
  }

  /**
   * @return the code
   * @throws UserError if no area, or more than one, is called so
   */
  public String area(String said) {
    return areas
        .byCode(said)
        .map(Area::code)
        .orElseGet(
            () ->
                only(
                    said,
                    areas.today(NameNormalForm.of(said)),
                    areas.nearest(NameNormalForm.of(said), OFFERED),
                    it -> it.code() + " " + it.nameZh(),
                    Area::code));
  }

  /**
   * @return the code
   * @throws UserError if no indicator, or more than one, is called so
   */
  public String indicator(String said) {
    return indicators
        .byCode(said)
        .map(Indicator::code)
        .orElseGet(
            () ->
                only(
                    said,
                    indicators.lookup(NameNormalForm.of(said)),
                    indicators.nearest(NameNormalForm.of(said), OFFERED),
                    it -> it.code() + " " + it.nameZh(),
                    Indicator::code));
  }

  private static <T> String only(
      String said,
      List<T> found,
      List<String> nearest,
      Function<T, String> shown,
      Function<T, String> code) {
    if (found.size() == 1) {
      return code.apply(found.get(0));
    }
    if (found.isEmpty()) {
      throw new UserError("usage.name.unknown", said, nearest);
    }
    List<String> choices = found.stream().map(shown).toList();
    throw new UserError("usage.name.ambiguous", said, choices);
  }
}
