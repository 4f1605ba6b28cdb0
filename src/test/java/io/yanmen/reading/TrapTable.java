package io.yanmen.reading;

import io.yanmen.model.Area;
import io.yanmen.reading.interpret.SourceHints;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * A small table that is read in one way, into which something may be put that makes it say another
 * thing: a word, a contradiction, a format.
 */
final class TrapTable {
  private static final List<String[]> INDICATORS =
      List.of(
          new String[] {"固定资产投资", "fixed_asset_investment"},
          new String[] {"社会消费品零售总额", "retail_sales"},
          new String[] {"一般公共预算收入", "budget_revenue"},
          new String[] {"税收收入", "tax_revenue"},
          new String[] {"民间投资", "private_investment"});

  final Random random;
  final Area city;
  final List<Area> counties;
  final int year;
  final int month;
  final String indicator;
  private final String code;
  private final boolean wide;

  /** What stands where; a test changes one of them. */
  String title;

  String line = "";
  String sheet = "Sheet1";
  String file = "table.xlsx";
  String corner = "";
  String above = "";
  String head;
  String below = "";
  String section = "";
  String note = "";
  boolean merges = true;
  final List<String> labels = new ArrayList<>();
  final List<String> values = new ArrayList<>();
  private final List<String> figures;

  TrapTable(Random random) {
    this(random, random.nextBoolean());
  }

  /**
   * @param wide areas down the side, the indicator in the head; else the indicator down the side
   */
  TrapTable(Random random, boolean wide) {
    this.random = random;
    this.wide = wide;
    this.city = RandomTable.CITIES.get(random.nextInt(RandomTable.CITIES.size()));
    List<Area> all = new ArrayList<>(RandomTable.COUNTIES.get(city.code()));
    Collections.shuffle(all, random);
    this.counties = wide ? List.copyOf(all.subList(0, 3)) : List.of(city);
    this.year = 2016 + random.nextInt(9);
    this.month = 2 + random.nextInt(10);
    String[] drawn = INDICATORS.get(random.nextInt(INDICATORS.size()));
    this.indicator = drawn[0];
    this.code = drawn[1];
    this.title = title("", "主要经济指标");
    this.head = wide ? indicator + "（万元）" : "1-" + month + "月";
    for (Area county : counties) {
      labels.add(wide ? county.nameZh() : indicator);
      values.add(Integer.toString(2100 + random.nextInt(90_000)));
    }
    this.figures = List.copyOf(values);
  }

  boolean isWide() {
    return wide;
  }

  String span() {
    return year + "年1-" + month + "月";
  }

  /** A title with words before and behind what it is about. */
  String title(String before, String about) {
    return city.nameZh() + span() + before + about;
  }

  TableText read() {
    return TableText.read(drawing(), file, sheet, SourceHints.NONE, merges);
  }

  String drawing() {
    StringBuilder all = new StringBuilder(title).append('\n');
    if (!line.isEmpty()) {
      all.append(line).append('\n');
    }
    String first = corner.isEmpty() ? (wide ? "县区" : "指标") : corner;
    String unit = wide ? "" : " | 单位";
    boolean stacked = !above.isEmpty() || !below.isEmpty();
    all.append(first).append(unit).append(" | ").append(above.isEmpty() ? head : above);
    if (stacked) {
      String covered = wide ? "^" : "^ | ^";
      all.append('\n').append(covered).append(" | ").append(above.isEmpty() ? below : head);
    }
    all.append('\n');
    if (!section.isEmpty()) {
      all.append(section).append('\n');
    }
    for (int i = 0; i < labels.size(); i++) {
      all.append(labels.get(i)).append(wide ? "" : " | 万元").append(" | ").append(values.get(i));
      all.append('\n');
    }
    return all.append(note).toString();
  }

  /** What is read of the table as it stands before anything is put into it. */
  List<String> plain() {
    List<String> all = new ArrayList<>();
    for (int i = 0; i < counties.size(); i++) {
      all.add(
          String.join(
              " ",
              counties.get(i).code(),
              code,
              "level actual M ytd",
              "%d-%02d".formatted(year, month),
              figures.get(i),
              "exact"));
    }
    return all;
  }
}
