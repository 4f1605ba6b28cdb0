package io.yanmen.catalog;

import io.yanmen.model.Indicator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Finds indicators by code, name and alias, as a whole only: a text that merely contains a known
 * name is another indicator.
 */
public final class IndicatorNames {
  private static final double LEAST_LIKENESS = 0.3;
  // Far beyond any name: a paragraph looks like none.
  private static final int LONGEST = 160;

  private final Map<String, Indicator> byCode = new HashMap<>();
  private final Map<String, List<Indicator>> byName = new HashMap<>();

  private final Map<String, Indicator> bare = new HashMap<>();
  private final Breakdowns breakdowns;

  public IndicatorNames(Catalog catalog) {
    breakdowns = catalog.breakdowns();
    for (Indicator indicator : catalog.indicators()) {
      byCode.put(indicator.code(), indicator);
      name(indicator.code(), indicator);
      name(indicator.nameZh(), indicator);
      name(indicator.nameEn(), indicator);
      indicator.aliasesZh().forEach(alias -> name(alias, indicator));
    }
    for (Alias alias : catalog.indicatorAliases()) {
      Indicator indicator = byCode.get(alias.code());
      if (indicator == null) {
        throw new IllegalArgumentException(
            "alias " + alias.name() + " names no indicator: " + alias.code());
      }
      name(alias.name(), indicator);
    }
    for (Alias alias : catalog.bareNames()) {
      Optional.ofNullable(byCode.get(alias.code()))
          .ifPresent(it -> bare.put(key(NameNormalForm.of(alias.name())), it));
    }
  }

  /** The parts that indicators may have. */
  public Breakdowns breakdowns() {
    return breakdowns;
  }

  /** The indicator that a name stands for where nothing above says otherwise. */
  public Optional<Indicator> bare(String plain) {
    return Optional.ofNullable(bare.get(key(plain)));
  }

  private void name(String name, Indicator indicator) {
    List<Indicator> named =
        byName.computeIfAbsent(key(NameNormalForm.of(name)), n -> new ArrayList<>(1));
    if (!named.contains(indicator)) {
      named.add(indicator);
    }
  }

  /** 规上 and 限上 are how statisticians shorten 规模以上 and 限额以上. */
  private static String key(String plain) {
    String key = plain.toLowerCase(Locale.ROOT);
    return key.indexOf('上') < 0 ? key : key.replace("规上", "规模以上").replace("限上", "限额以上");
  }

  public Optional<Indicator> byCode(String code) {
    return Optional.ofNullable(byCode.get(code));
  }

  /**
   * All indicators that a text names as a whole.
   *
   * @param plain in the form of {@link NameNormalForm#of}
   */
  public List<Indicator> lookup(String plain) {
    return byName.getOrDefault(key(plain), List.of());
  }

  /** Names of indicators that look most like a text, best first. */
  public List<String> nearest(String plain, int most) {
    if (plain.length() > LONGEST) {
      return List.of();
    }
    String wanted = key(plain);
    return byName.entrySet().stream()
        .map(e -> new Likeness(e.getValue().get(0), EditDistance.likeness(wanted, e.getKey())))
        .filter(l -> l.likeness() >= LEAST_LIKENESS)
        .sorted(
            Comparator.comparingDouble(Likeness::likeness)
                .reversed()
                .thenComparing(l -> l.indicator().code()))
        .map(l -> l.indicator().nameZh())
        .distinct()
        .limit(most)
        .toList();
  }

  private record Likeness(Indicator indicator, double likeness) {}
}
