package io.yanmen.reading;

import io.yanmen.catalog.Catalog;
import io.yanmen.catalog.CatalogFiles;
import io.yanmen.model.Area;
import io.yanmen.model.AreaLevel;
import io.yanmen.model.Indicator;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A table drawn at random from known observations, in one of the layouts that statistics offices
 * use, with what must be read from it.
 *
 * @param drawing in the notation of {@link TableText}
 * @param expected series key and period to canonical value
 */
record RandomTable(
    String drawing,
    String fileName,
    String sheet,
    boolean merges,
    Map<String, BigDecimal> expected) {
  private static final int FIRST_YEAR = 2015;
  private static final Catalog CATALOG = CatalogFiles.load();
  static final Map<String, List<Area>> COUNTIES =
      CATALOG.areas().stream()
          .filter(a -> a.level() == AreaLevel.COUNTY)
          // The first tables tell of the year before too.
          .filter(a -> a.validity().from() < FIRST_YEAR)
          .collect(Collectors.groupingBy(a -> a.parentCode().orElse("")));
  static final List<Area> CITIES =
      CATALOG.areas().stream()
          .filter(a -> a.level() == AreaLevel.PREFECTURE)
          .filter(a -> COUNTIES.getOrDefault(a.code(), List.of()).size() >= 3)
          .toList();
  private static final List<String> FLOWS_IN_MONEY =
      List.of(
          "fixed_asset_investment",
          "retail_sales",
          "budget_revenue",
          "industrial_investment",
          "tax_revenue",
          "private_investment",
          "budget_expenditure",
          "tourism_revenue");
  private static final Map<String, BigDecimal> MONEY =
      Map.of(
          "万元",
          BigDecimal.ONE,
          "亿元",
          new BigDecimal("10000"),
          "元",
          new BigDecimal("0.0001"),
          "千元",
          new BigDecimal("0.1"));

  static RandomTable draw(Random random) {
    return random.nextInt(2) == 0 ? new Drawer(random).draw() : RandomBulletin.draw(random);
  }

  private static final class Drawer {
    private final Random random;
    private final Map<String, BigDecimal> expected = new TreeMap<>();
    private final List<List<String>> rows = new ArrayList<>();
    private final List<Area> areas;
    private final List<Indicator> indicators;
    private final int year;
    private final int month;
    private final boolean toDate;
    private final Area city;

    Drawer(Random random) {
      this.random = random;
      this.city =
          random.nextInt(3) == 0 ? CITIES.get(random.nextInt(CITIES.size())) : xinzhou(CITIES);
      List<Area> counties = new ArrayList<>(COUNTIES.get(city.code()));
      Collections.shuffle(counties, random);
      this.areas = counties.subList(0, Math.min(counties.size(), 2 + random.nextInt(8)));
      List<String> codes = new ArrayList<>(FLOWS_IN_MONEY);
      Collections.shuffle(codes, random);
      this.indicators =
          codes.subList(0, 1 + random.nextInt(4)).stream()
              .map(
                  c ->
                      CATALOG.indicators().stream()
                          .filter(i -> i.code().equals(c))
                          .findFirst()
                          .orElseThrow())
              .toList();
      this.year = FIRST_YEAR + random.nextInt(11);
      this.month = 2 + random.nextInt(11);
      this.toDate = true;
    }

    private static Area xinzhou(List<Area> cities) {
      return cities.stream().filter(a -> a.code().equals("140900")).findFirst().orElseThrow();
    }

    RandomTable draw() {
      return switch (random.nextInt(6)) {
        case 0 -> areasByIndicators();
        case 1 -> areasByIndicatorsAndMeasures();
        case 2 -> indicatorsByAreas();
        case 3 -> areasByMonths();
        case 4 -> longForm();
        default -> indicatorsByYears();
      };
    }

    private RandomTable areasByIndicators() {
      String unit = moneyUnit();
      boolean unitInHead = random.nextBoolean();
      boolean serial = random.nextInt(4) == 0;
      title(city.nameZh() + period() + pick("各县（市、区）主要经济指标", "主要指标完成情况表", "经济运行情况"));
      if (!unitInHead) {
        unitLine(unit, 1 + indicators.size());
      }
      List<String> head = new ArrayList<>();
      if (serial) {
        head.add("序号");
      }
      head.add(areaHead());
      for (Indicator i : indicators) {
        head.add(name(i) + (unitInHead ? bracket(unit) : ""));
      }
      rows.add(head);
      int number = 1;
      if (random.nextBoolean()) {
        List<String> row = serial ? new ArrayList<>(List.of("")) : new ArrayList<>();
        row.add(pick("全市", "全  市", city.nameZh()));
        values(row, city, unit);
        rows.add(row);
      }
      for (Area a : areas) {
        List<String> row = new ArrayList<>();
        if (serial) {
          row.add(String.valueOf(number++));
        }
        row.add(areaName(a));
        values(row, a, unit);
        rows.add(row);
      }
      footnotes();
      return done();
    }

    private void values(List<String> row, Area a, String unit) {
      for (Indicator i : indicators) {
        row.add(value(a, i, "level", "M", toDate ? "ytd" : "period", monthLabel(month), unit));
      }
    }

    private RandomTable areasByIndicatorsAndMeasures() {
      String unit = moneyUnit();
      boolean lost = random.nextBoolean();
      title(city.nameZh() + period() + pick("各县（市、区）主要经济指标", "主要指标"));
      int where = random.nextInt(3);
      if (where == 0) {
        unitLine(unit + "、%", 1 + 2 * indicators.size());
      }
      List<String> top = new ArrayList<>(List.of(areaHead()));
      List<String> bottom = new ArrayList<>(List.of(lost ? "" : "^"));
      for (Indicator i : indicators) {
        top.add(name(i) + (where == 1 ? bracket(unit) : ""));
        top.add(lost ? "" : "<");
        bottom.add(pick("累计", "本月止累计", "1-" + month + "月") + (where == 2 ? bracket(unit) : ""));
        bottom.add(pick("同比增长", "增长", "同比增速") + pick("(%)", "（%）", "%"));
      }
      rows.add(top);
      rows.add(bottom);
      for (Area a : areas) {
        List<String> row = new ArrayList<>(List.of(areaName(a)));
        for (Indicator i : indicators) {
          row.add(value(a, i, "level", "M", "ytd", monthLabel(month), unit));
          row.add(growth(a, i));
        }
        rows.add(row);
      }
      footnotes();
      return new RandomTable(drawing(), "t.xlsx", "Sheet1", !lost, expected);
    }

    private RandomTable indicatorsByAreas() {
      String unit = moneyUnit();
      boolean unitColumn = random.nextBoolean();
      title(period() + city.nameZh() + pick("各县（市、区）主要指标", "分县主要指标"));
      if (!unitColumn) {
        unitLine(unit, 1 + areas.size());
      }
      List<String> head = new ArrayList<>(List.of(pick("指标", "指标名称", "项目")));
      if (unitColumn) {
        head.add(pick("单位", "计量单位"));
      }
      areas.forEach(a -> head.add(areaName(a)));
      rows.add(head);
      for (Indicator i : indicators) {
        List<String> row = new ArrayList<>(List.of(pick("", "  ", "其中：") + name(i)));
        if (unitColumn) {
          row.add(unit);
        }
        areas.forEach(a -> row.add(value(a, i, "level", "M", "ytd", monthLabel(month), unit)));
        rows.add(row);
      }
      footnotes();
      return done();
    }

    private RandomTable areasByMonths() {
      String unit = moneyUnit();
      Indicator i = indicators.get(0);
      boolean cumulative = random.nextBoolean();
      boolean yearInHead = random.nextBoolean();
      title(
          (yearInHead ? "" : year + "年")
              + city.nameZh()
              + "各县（市、区）"
              + i.nameZh().replaceAll("（.*）", "")
              + bracket(unit));
      List<String> head = new ArrayList<>(List.of(areaHead()));
      int first = cumulative ? 2 : 1;
      for (int m = first; m <= month; m++) {
        head.add((yearInHead ? year + "年" : "") + (cumulative ? "1-" : "") + m + "月");
      }
      rows.add(head);
      for (Area a : areas) {
        List<String> row = new ArrayList<>(List.of(areaName(a)));
        for (int m = first; m <= month; m++) {
          row.add(value(a, i, "level", "M", cumulative ? "ytd" : "period", monthLabel(m), unit));
        }
        rows.add(row);
      }
      footnotes();
      return done();
    }

    private RandomTable longForm() {
      boolean english = random.nextInt(4) == 0;
      List<Integer> order = new ArrayList<>(List.of(0, 1, 2, 3, 4));
      Collections.shuffle(order, random);
      List<String> names =
          english
              ? List.of("area", "indicator", "period", "unit", "value")
              : List.of(
                  areaHead(),
                  pick("指标名称", "指标"),
                  pick("时期", "时间", "报告期"),
                  pick("计量单位", "单位"),
                  pick("数值", "数据", "值"));
      rows.add(order.stream().map(names::get).collect(Collectors.toCollection(ArrayList::new)));
      for (Area a : areas) {
        for (Indicator i : indicators) {
          String unit = moneyUnit();
          String span = year + "年1" + pick("-", "—", "至") + month + "月";
          String value = value(a, i, "level", "M", "ytd", monthLabel(month), unit);
          List<String> cells =
              List.of(areaName(a), english ? i.nameEn() : name(i), span, unit, value);
          rows.add(order.stream().map(cells::get).collect(Collectors.toCollection(ArrayList::new)));
        }
      }
      return new RandomTable(drawing(), "t.csv", "", false, expected);
    }

    private RandomTable indicatorsByYears() {
      String unit = moneyUnit();
      title(pick("", "历年") + city.nameZh() + "主要指标");
      List<String> head = new ArrayList<>(List.of("指标"));
      boolean descending = random.nextBoolean();
      List<Integer> years = new ArrayList<>();
      for (int y = year; y < year + 4; y++) {
        years.add(y);
      }
      if (descending) {
        Collections.reverse(years);
      }
      boolean bare = random.nextBoolean();
      years.forEach(y -> head.add(y + (bare ? "" : "年")));
      rows.add(head);
      for (Indicator i : indicators) {
        List<String> row = new ArrayList<>(List.of(name(i) + bracket(unit)));
        years.forEach(
            y -> row.add(value(city, i, "level", "A", "period", String.valueOf(y), unit)));
        rows.add(row);
      }
      footnotes();
      return done();
    }

    private RandomTable done() {
      return new RandomTable(drawing(), "t.xlsx", "Sheet1", true, expected);
    }

    private String drawing() {
      return rows.stream().map(r -> String.join(" | ", r)).collect(Collectors.joining("\n"));
    }

    private void title(String text) {
      rows.add(new ArrayList<>(List.of(text)));
    }

    private void unitLine(String unit, int width) {
      List<String> line = new ArrayList<>(Collections.nCopies(Math.max(0, width - 1), ""));
      line.add("单位：" + unit);
      rows.add(line);
    }

    private void footnotes() {
      if (random.nextBoolean()) {
        rows.add(new ArrayList<>(List.of(pick("注：1.固定资产投资不含农户。", "数据来源：统计局", "说明：本表为快报数。"))));
        rows.add(new ArrayList<>(List.of("　　2.增速按可比口径计算。")));
      }
    }

    private String period() {
      return year + "年1" + pick("-", "—", "～", "至") + month + "月" + pick("", "份");
    }

    private String monthLabel(int m) {
      return "%d-%02d".formatted(year, m);
    }

    private String areaHead() {
      return pick("县（市、区）", "地区", "县区", "地  区", "县市区", "单位名称").equals("单位名称")
          ? "县区"
          : pick("县（市、区）", "地区", "县区");
    }

    private String areaName(Area a) {
      return switch (random.nextInt(4)) {
        case 0 ->
            String.join("　", a.nameZh().split("")).length() > 7
                ? a.nameZh()
                : String.join("　", a.nameZh().split(""));
        case 1 -> city.nameZh() + a.nameZh();
        case 2 -> " " + a.nameZh();
        default -> a.nameZh();
      };
    }

    private String name(Indicator i) {
      List<String> names = new ArrayList<>(List.of(i.nameZh(), i.nameZh()));
      names.addAll(i.aliasesZh());
      return names.get(random.nextInt(names.size()));
    }

    private String moneyUnit() {
      return pick("万元", "亿元", "万元", "千元");
    }

    private String bracket(String unit) {
      return pick("（" + unit + "）", "(" + unit + ")", " (" + unit + ")");
    }

    private String pick(String... words) {
      return words[random.nextInt(words.length)];
    }

    private String growth(Area a, Indicator i) {
      BigDecimal value = BigDecimal.valueOf(random.nextInt(600) - 250, 1);
      expect(a, i, "yoy", "M", "ytd", monthLabel(month), value);
      if (random.nextInt(5) == 0) {
        return (value.signum() < 0 ? "下降" : "增长") + value.abs().toPlainString() + "%";
      }
      return value.toPlainString();
    }

    private String value(
        Area a,
        Indicator i,
        String measure,
        String frequency,
        String accumulation,
        String period,
        String unit) {
      if (random.nextInt(25) == 0) {
        return pick("—", "-", "…", "");
      }
      BigDecimal written = BigDecimal.valueOf(1 + random.nextInt(9_999_999), random.nextInt(3));
      expect(a, i, measure, frequency, accumulation, period, written.multiply(MONEY.get(unit)));
      return random.nextInt(6) == 0
          ? String.format(java.util.Locale.ROOT, "%,." + written.scale() + "f", written)
          : written.toPlainString();
    }

    private void expect(
        Area a,
        Indicator i,
        String measure,
        String frequency,
        String accumulation,
        String period,
        BigDecimal value) {
      expected.put(
          String.join(" ", a.code(), i.code(), measure, "actual", frequency, accumulation, period),
          value);
    }
  }
}
