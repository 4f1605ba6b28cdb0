package io.yanmen.catalog;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Understands units as scale and base: 万 + 千瓦, million + yuan, 元 / 辆. What it does not know it does
 * not guess.
 */
public final class UnitGrammar {
  private record Base(String dimension, BigDecimal numerator, BigDecimal denominator) {}

  // No unit is longer, with its scale, its currency and the unit that it is counted by.
  private static final int LONGEST = 80;

  private static final String TRADITIONAL = "億萬噸畝頃時點輛頭";
  private static final String SIMPLIFIED = "亿万吨亩顷时点辆头";

  private final Map<String, Base> bases = new HashMap<>();
  private final Map<String, BigDecimal> scales = new HashMap<>();

  public UnitGrammar() {
    money();
    matter();
    energy();
    things();
    relations();
    scales();
  }

  private void money() {
    base("money", 1, "元", "yuan", "cny", "rmb", "rmbyuan");
    for (String[] currency :
        new String[][] {
          {"usd", "美元", "usd", "us$", "usdollar", "usdollars", "$"},
          {"hkd", "港元", "港币", "hkd"},
          {"eur", "欧元", "eur", "euro"},
          {"jpy", "日元", "jpy"},
          {"gbp", "英镑", "gbp"}
        }) {
      for (int i = 1; i < currency.length; i++) {
        base(Unit.FOREIGN_MONEY + currency[0], 1, currency[i]);
      }
    }
  }

  private void matter() {
    base("mass", 1, "吨", "t", "ton", "tons", "tonne", "tonnes", "公吨");
    fraction("mass", 1, 1000, "千克", "公斤", "kg");
    fraction("mass", 1, 2000, "斤", "市斤");
    base("mass", 1000000, "mt", "milliontons", "milliontonnes");
    base("coal equivalent", 1, "吨标准煤", "吨标煤", "tce");
    base("volume", 1, "立方米", "立方", "m3", "cubicmetres", "cubicmeters", "方");
    base("area", 1, "平方米", "m2", "squaremetres", "squaremeters", "平米");
    base("area", 10000, "公顷", "ha", "hectare", "hectares");
    fraction("area", 2000, 3, "亩", "mu");
    base("area", 1000000, "平方公里", "平方千米", "km2");
  }

  private void energy() {
    base("power", 1, "千瓦", "kw");
    base("power", 1000, "兆瓦", "mw");
    base("power", 1000000, "吉瓦", "gw");
    base("energy", 1, "千瓦时", "度", "kwh", "千瓦小时");
    base("energy", 1000, "兆瓦时", "mwh");
    base("energy", 1000000, "gwh", "吉瓦时");
    base("energy", 1000000000, "twh", "太瓦时");
  }

  private void things() {
    base("person", 1, "人", "名", "person", "persons", "people");
    base("visit", 1, "人次", "visits", "person-times");
    base("thing", 1, "个", "项", "所", "家", "件", "处", "座", "户", "pieces", "projects");
    base("bed", 1, "张", "床", "张床位", "beds");
    base("head", 1, "头", "只", "口", "head", "匹");
    base("day", 1, "天", "日", "days");
    base("vehicle", 1, "辆", "台", "vehicle", "vehicles");
    base("microgram", 1, "微克", "ug", "μg");
  }

  private void relations() {
    base("percent", 1, "%", "百分比", "percent", "pct", "percentage");
    fraction("percent", 1, 10, "‰", "千分比");
    base("point", 1, "百分点", "个百分点", "pp", "percentagepoints", "percentagepoint");
    base("place", 1, "位", "位次", "名次", "places", "rank");
    base("none", 1, "无");
    base("上年同月=100", 1, "上年同月=100", "上年同月为100");
  }

  private void scales() {
    scale("1", "");
    scale("10", "十");
    scale("100", "百");
    scale("1000", "千", "thousand", "1000", "1,000", "k");
    scale("10000", "万", "tenthousand", "10thousand", "10,000", "10000", "10k");
    scale("100000", "十万");
    scale("1000000", "百万", "million", "mn");
    scale("10000000", "千万");
    scale("100000000", "亿", "hundredmillion", "100million", "100mn");
    scale("1000000000", "十亿", "billion", "bn");
    scale("10000000000", "百亿");
    scale("100000000000", "千亿");
    scale("1000000000000", "万亿", "trillion");
  }

  private void base(String dimension, long numerator, String... symbols) {
    fraction(dimension, numerator, 1, symbols);
  }

  private void fraction(String dimension, long numerator, long denominator, String... symbols) {
    for (String symbol : symbols) {
      bases.put(
          symbol,
          new Base(dimension, BigDecimal.valueOf(numerator), BigDecimal.valueOf(denominator)));
    }
  }

  private void scale(String factor, String... words) {
    for (String word : words) {
      scales.put(word, new BigDecimal(factor));
    }
  }

  /**
   * The unit that a text is, as a whole.
   *
   * @return empty if the text is no unit that is known
   */
  public Optional<Unit> parse(String text) {
    if (text.length() > LONGEST && text.strip().length() > LONGEST) {
      return Optional.empty();
    }
    String written = NameNormalForm.of(text);
    String plain = simplified(written.toLowerCase(Locale.ROOT));
    if (plain.isEmpty() || isTonOrMegaton(written)) {
      return Optional.empty();
    }
    Unit unit = simple(plain, text.strip());
    if (unit == null) {
      unit = composite(plain, text.strip());
    }
    return Optional.ofNullable(unit);
  }

  /** MT and mt are a ton to traders and a million of them to engineers; only Mt is clear. */
  private static boolean isTonOrMegaton(String written) {
    return written.endsWith("MT") || written.endsWith("mt");
  }

  private static String simplified(String plain) {
    String simple = plain;
    for (int i = 0; i < TRADITIONAL.length(); i++) {
      simple = simple.replace(TRADITIONAL.charAt(i), SIMPLIFIED.charAt(i));
    }
    return simple;
  }

  private @Nullable Unit simple(String plain, String symbol) {
    Unit unit = scaled(plain, symbol);
    if (unit != null) {
      return unit;
    }
    // 人民币 alone names the currency, not how much of it one is.
    if (plain.startsWith("人民币")) {
      return simple(plain.substring(3), symbol);
    }
    if (plain.endsWith("元人民币")) {
      return simple(plain.substring(0, plain.length() - 3), symbol);
    }
    // English puts the currency first: CNY 100 million, USD million.
    for (String currency : new String[] {"cny", "rmb", "usd", "us$"}) {
      if (plain.startsWith(currency) && plain.length() > currency.length()) {
        // Put last once only: CNY RMB would go round for ever.
        Unit turned = scaled(plain.substring(currency.length()) + currency, symbol);
        if (turned != null) {
          return turned;
        }
      }
    }
    return null;
  }

  /** A base, or a scale and a base. */
  private @Nullable Unit scaled(String plain, String symbol) {
    Base whole = bases.get(plain);
    if (whole != null) {
      return new Unit(symbol, whole.dimension(), whole.numerator(), whole.denominator());
    }
    for (int split = plain.length() - 1; split > 0; split--) {
      BigDecimal scale = scales.get(plain.substring(0, split));
      Base base = bases.get(plain.substring(split));
      if (scale != null && base != null && scalable(plain, split, base)) {
        return new Unit(
            symbol, base.dimension(), base.numerator().multiply(scale), base.denominator());
      }
    }
    return null;
  }

  /** 千 + 瓦 is a base of its own, and nobody counts in ten thousand percent. */
  private static boolean scalable(String plain, int split, Base base) {
    boolean relation =
        switch (base.dimension()) {
          case "percent", "point", "place", "none", "上年同月=100" -> true;
          default -> false;
        };
    boolean abbreviation = plain.substring(0, split).equals("k");
    return !relation && !abbreviation;
  }

  private @Nullable Unit composite(String plain, String symbol) {
    int slash = plain.indexOf('/');
    if (slash <= 0 || slash != plain.lastIndexOf('/')) {
      return null;
    }
    Unit above = simple(plain.substring(0, slash), symbol);
    Unit below = simple(plain.substring(slash + 1), symbol);
    if (above == null || below == null) {
      return null;
    }
    return new Unit(
        symbol,
        above.dimension() + "/" + below.dimension(),
        above.numerator().multiply(below.denominator()),
        above.denominator().multiply(below.numerator()));
  }
}
