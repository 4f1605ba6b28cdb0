package io.yanmen.reading;

import io.yanmen.model.Area;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Further layouts of {@link RandomTable}: pairs of rows, targets beside actuals, ranks, tables side
 * by side and below each other, quarters, dates, stacked heads, query exports, sections, areas as
 * sheets, and figures in words.
 */
final class RandomBulletin {
  private static final List<String[]> PRODUCTS =
      List.of(
          new String[] {"raw_coal_output", "原煤", "万吨", "1"},
          new String[] {"raw_coal_output", "原煤", "亿吨", "10000"},
          new String[] {"coke_output", "焦炭", "吨", "0.0001"},
          new String[] {"cement_output", "水泥", "万吨", "1"},
          new String[] {"crude_steel_output", "粗钢", "千吨", "0.1"});
  private static final List<String[]> INVESTMENTS =
      List.of(
          new String[] {"fixed_asset_investment", "固定资产投资"},
          new String[] {"industrial_investment", "其中：工业投资"},
          new String[] {"private_investment", "　民间投资"},
          new String[] {"retail_sales", "社会消费品零售总额"},
          new String[] {"tax_revenue", "三、税收收入"});

  private final Random random;
  private final Map<String, BigDecimal> expected = new TreeMap<>();
  private final List<String> lines = new ArrayList<>();
  private final Area city;
  private final List<Area> areas;
  private final int year;
  private final int month;
  private String sheet = "Sheet1";
  private String fileName = "t.xlsx";

  private RandomBulletin(Random random) {
    this.random = random;
    this.city = RandomTable.CITIES.get(random.nextInt(RandomTable.CITIES.size()));
    List<Area> counties = new ArrayList<>(RandomTable.COUNTIES.get(city.code()));
    Collections.shuffle(counties, random);
    this.areas = counties.subList(0, Math.min(counties.size(), 2 + random.nextInt(5)));
    this.year = 2015 + random.nextInt(11);
    this.month = 2 + random.nextInt(11);
  }

  static RandomTable draw(Random random) {
    RandomBulletin bulletin = new RandomBulletin(random);
    boolean merges =
        switch (random.nextInt(11)) {
          case 0 -> bulletin.pairsOfRows();
          case 1 -> bulletin.targets();
          case 2 -> bulletin.ranks();
          case 3 -> bulletin.sideBySide();
          case 4 -> bulletin.belowEachOther();
          case 5 -> bulletin.quarters();
          case 6 -> bulletin.dates();
          case 7 -> bulletin.stackedHeads();
          case 8 -> bulletin.queryExport();
          case 9 -> bulletin.sections();
          default -> bulletin.areaAsSheet();
        };
    return new RandomTable(
        String.join("\n", bulletin.lines),
        bulletin.fileName,
        bulletin.sheet,
        merges,
        bulletin.expected);
  }

  private boolean pairsOfRows() {
    boolean merges = random.nextBoolean();
    line(year + "年" + month + "月" + city.nameZh() + "主要产品产量");
    line("产品名称", "单位", "时段", "产量", "同比增长（%）");
    String above = merges ? "^" : "";
    List<String[]> products = new ArrayList<>(PRODUCTS);
    Collections.shuffle(products, random);
    for (String[] p : products.subList(0, 1)) {
      line(
          p[1],
          p[2],
          pick("本月", "当月"),
          flow(city, p[0], "period", p[3]),
          growth(city, p[0], "period"));
      line(
          above,
          above,
          pick("累计", "本月止累计"),
          flow(city, p[0], "ytd", p[3]),
          growth(city, p[0], "ytd"));
    }
    return merges;
  }

  private boolean targets() {
    boolean merges = random.nextBoolean();
    String side = merges ? "<" : "";
    line(year + "年1-" + month + "月" + city.nameZh() + "目标完成情况");
    line("县区", "固定资产投资", side, side, side);
    line(
        merges ? "^" : "",
        pick("年度目标", "全年目标") + "（万元）",
        pick("累计完成", "实际完成") + "（万元）",
        "同比增长（%）",
        "完成目标进度（%）");
    for (Area a : areas) {
      line(
          a.nameZh(),
          figure(key(a, "fixed_asset_investment level target A period", "" + year), "1"),
          flow(a, "fixed_asset_investment", "ytd", "1"),
          growth(a, "fixed_asset_investment", "ytd"),
          rate(key(a, "fixed_asset_investment progress actual M ytd", label(month))));
    }
    return merges;
  }

  private boolean ranks() {
    line(year + "年1-" + month + "月" + city.nameZh() + "各县（市、区）主要指标");
    line("县区", "固定资产投资（万元）", "位次", "同比增长（%）", pick("位次", "增速位次"));
    for (Area a : areas) {
      line(
          a.nameZh(),
          flow(a, "fixed_asset_investment", "ytd", "1"),
          place(key(a, "fixed_asset_investment rank actual M ytd", label(month))),
          growth(a, "fixed_asset_investment", "ytd"),
          place(key(a, "fixed_asset_investment yoy_rank actual M ytd", label(month))));
    }
    return true;
  }

  private boolean sideBySide() {
    line(year + "年1-" + month + "月" + city.nameZh() + "固定资产投资（亿元）");
    line("县区", "累计", "增长%", "", "县区", "累计", "增长%");
    for (int i = 0; i + 1 < areas.size(); i += 2) {
      Area one = areas.get(i);
      Area other = areas.get(i + 1);
      line(
          one.nameZh(),
          flow(one, "fixed_asset_investment", "ytd", "10000"),
          growth(one, "fixed_asset_investment", "ytd"),
          "",
          other.nameZh(),
          flow(other, "fixed_asset_investment", "ytd", "10000"),
          growth(other, "fixed_asset_investment", "ytd"));
    }
    return true;
  }

  private boolean belowEachOther() {
    line(city.nameZh() + year + "年1-" + month + "月统计资料");
    for (String[] i : INVESTMENTS.subList(0, 3)) {
      if (random.nextBoolean()) {
        line("");
      }
      line(i[1].replaceAll("其中：|　", ""));
      line("单位：亿元");
      line("县区", "累计", "同比增长（%）");
      for (Area a : areas) {
        line(a.nameZh(), flow(a, i[0], "ytd", "10000"), growth(a, i[0], "ytd"));
      }
      if (random.nextBoolean()) {
        line("注：增速按可比口径计算。");
      }
    }
    return true;
  }

  private boolean quarters() {
    line(pick(year + "年" + city.nameZh() + "分季度", city.nameZh() + year + "年各季度") + "地区生产总值");
    line("单位：亿元");
    line("县区", "一季度", "上半年", "前三季度", "全年");
    for (Area a : areas) {
      line(
          a.nameZh(),
          figure(key(a, "gdp level actual Q ytd", year + "-Q1"), "10000"),
          figure(key(a, "gdp level actual Q ytd", year + "-Q2"), "10000"),
          figure(key(a, "gdp level actual Q ytd", year + "-Q3"), "10000"),
          figure(key(a, "gdp level actual A period", "" + year), "10000"));
    }
    return true;
  }

  private boolean dates() {
    boolean cells = random.nextBoolean();
    line(city.nameZh() + "风电装机容量（" + "MW）");
    List<String> heads = new ArrayList<>(List.of("时间"));
    areas.forEach(a -> heads.add(a.nameZh()));
    line(heads.toArray(String[]::new));
    for (int m = 1; m <= month; m++) {
      String text = "%d-%02d".formatted(year, m);
      List<String> row = new ArrayList<>(List.of(cells ? "#date:" + text : dotted(m)));
      for (Area a : areas) {
        row.add(figure(key(a, "power_capacity_wind level actual M period", text), "0.1"));
      }
      line(row.toArray(String[]::new));
    }
    return true;
  }

  /** As a spreadsheet keeps it: the zero of October is lost. Two months at least tell it apart. */
  private String dotted(int m) {
    return m == 10 ? year + ".1" : "%d.%02d".formatted(year, m);
  }

  private boolean stackedHeads() {
    line("指标", "固定资产投资_累计", "固定资产投资_累计同比增速", "风电装机容量");
    line("地区", city.nameZh(), city.nameZh(), city.nameZh());
    line(pick("频度", "频率"), "月", "月", "月");
    line("单位", "亿元", "%", "万千瓦");
    if (random.nextBoolean()) {
      line("来源", "统计局", "统计局", "统计局");
    }
    for (int m = 2; m <= month; m++) {
      line(
          label(m),
          figure(key(city, "fixed_asset_investment level actual M ytd", label(m)), "10000"),
          rate(key(city, "fixed_asset_investment yoy actual M ytd", label(m))),
          figure(key(city, "power_capacity_wind level actual M period", label(m)), "1"));
    }
    return false;
  }

  private boolean queryExport() {
    fileName = "分省年度数据.csv";
    sheet = "";
    line("数据库：分省年度数据");
    line("地区：" + city.nameZh());
    line("时间：最近10年");
    line("指标", year + "年", (year - 1) + "年", (year - 2) + "年");
    for (String[] i :
        List.of(
            new String[] {"gdp", "地区生产总值(亿元)"}, new String[] {"retail_sales", "社会消费品零售总额(亿元)"})) {
      List<String> row = new ArrayList<>(List.of(i[1]));
      for (int y = year; y > year - 3; y--) {
        row.add(figure(key(city, i[0] + " level actual A period", "" + y), "10000"));
      }
      line(row.toArray(String[]::new));
    }
    line("全社会固定资产投资(亿元)", "1", "2", "3");
    line("注：按当年价格计算。");
    line("数据来源：国家统计局");
    return false;
  }

  private boolean sections() {
    line(city.nameZh() + year + "年1-" + month + "月主要指标");
    line("指标", "单位", "累计", "上年同期", "增长%");
    for (Area a : areas) {
      line(a.nameZh());
      for (String[] i : INVESTMENTS) {
        line(
            i[1],
            "万元",
            flow(a, i[0], "ytd", "1"),
            figure(key(a, i[0] + " level actual M ytd", "%d-%02d".formatted(year - 1, month)), "1"),
            growth(a, i[0], "ytd"));
      }
    }
    return true;
  }

  private boolean areaAsSheet() {
    Area a = areas.get(0);
    sheet = a.nameZh();
    fileName = city.nameZh() + year + "年1-" + month + "月.xlsx";
    line("主要经济指标");
    line("指标名称", "计量单位", "1-" + month + "月", "同比±%");
    for (String[] i : INVESTMENTS) {
      line(i[1], "万元", flow(a, i[0], "ytd", "1"), growth(a, i[0], "ytd"));
    }
    return true;
  }

  private void line(String... cells) {
    lines.add(String.join(" | ", cells));
  }

  private String label(int m) {
    return "%d-%02d".formatted(year, m);
  }

  private static String key(Area a, String series, String period) {
    List<String> words = List.of(series.split(" "));
    return a.code() + " " + words.stream().collect(Collectors.joining(" ")) + " " + period;
  }

  private String flow(Area a, String indicator, String accumulation, String factor) {
    return figure(key(a, indicator + " level actual M " + accumulation, label(month)), factor);
  }

  private String growth(Area a, String indicator, String accumulation) {
    return rate(key(a, indicator + " yoy actual M " + accumulation, label(month)));
  }

  private String rate(String key) {
    BigDecimal value = BigDecimal.valueOf(random.nextInt(600) - 250, 1);
    expected.put(key, value);
    String sign = value.signum() < 0 ? "下降" : "增长";
    boolean words = key.contains(" yoy ") && random.nextInt(5) == 0;
    return words ? sign + value.abs().toPlainString() + "%" : value.toPlainString();
  }

  private String place(String key) {
    int place = 1 + random.nextInt(30);
    expected.put(key, BigDecimal.valueOf(place));
    return random.nextInt(4) == 0 ? "第" + place + "位" : String.valueOf(place);
  }

  private String figure(String key, String factor) {
    if (random.nextInt(20) == 0) {
      return pick("—", "…", "/");
    }
    BigDecimal written = BigDecimal.valueOf(3000 + random.nextInt(9_000_000), random.nextInt(3));
    expected.put(key, written.multiply(new BigDecimal(factor)));
    return switch (random.nextInt(8)) {
      case 0 -> String.format(Locale.ROOT, "%,." + written.scale() + "f", written);
      case 1 -> fullWidth(written.toPlainString());
      case 2 -> written.toPlainString() + pick("以上", "左右", "余", "①");
      default -> written.toPlainString();
    };
  }

  private static String fullWidth(String text) {
    return text.chars()
        .mapToObj(c -> String.valueOf((char) (c - '!' + '！')))
        .collect(Collectors.joining());
  }

  private String pick(String... words) {
    return words[random.nextInt(words.length)];
  }
}
