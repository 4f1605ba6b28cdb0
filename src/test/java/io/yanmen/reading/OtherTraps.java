package io.yanmen.reading;

import io.yanmen.model.Area;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.BiFunction;

/** Traps that are no single word: contradictions, formats, merges, areas, rows that are no rows. */
final class OtherTraps {
  private OtherTraps() {}

  static List<Trap> all() {
    List<Trap> all = new ArrayList<>();
    contradictions(all);
    areas(all);
    cells(all);
    heads(all);
    notes(all);
    return all;
  }

  private static void contradictions(List<Trap> all) {
    all.add(new Trap("another month in the sheet", t -> t.sheet = t.year + "年1-" + other(t) + "月"));
    all.add(new Trap("another year in the sheet", t -> t.sheet = (t.year - 1) + "年"));
    all.add(
        new Trap(
            "another month in the file name",
            t -> t.file = t.city.nameZh() + t.year + "年1-" + other(t) + "月指标.xlsx"));
    all.add(
        new Trap(
            "another year in the file name",
            t -> t.file = t.city.nameZh() + (t.year + 1) + "年1-" + t.month + "月指标.xlsx"));
    all.add(
        new Trap(
            "another city in the file name",
            t -> t.file = elsewhere(t).nameZh() + t.span() + "指标.xlsx"));
    all.add(new Trap("another city in the sheet", t -> t.sheet = elsewhere(t).nameZh()));
    all.add(
        new Trap("another month below the title", t -> t.line = t.year + "年1-" + other(t) + "月"));
    all.add(new Trap("a month alone in the sheet", t -> t.sheet = "当月"));
    all.add(new Trap("another month above the head", t -> t.above = "1-" + other(t) + "月"));
    all.add(new Trap("another year above the head", t -> t.above = (t.year - 1) + "年"));
    all.add(new Trap("another month in a section", t -> t.section = "1-" + other(t) + "月"));
    all.add(new Trap("another year in a section", t -> t.section = (t.year - 1) + "年"));
    all.add(new Trap("last year in a section", t -> t.section = "上年同期"));
    all.add(new Trap("last year in the corner", t -> t.corner = "去年同期"));
    all.add(
        new Trap(
            "two units",
            t -> {
              t.line = "单位：万元、亿元";
              t.head = t.isWide() ? t.indicator : t.head + "（千元）";
            }));
  }

  private static void areas(List<Trap> all) {
    all.add(
        new Trap(
            "a row of another province",
            t -> {
              if (t.isWide()) {
                t.labels.replaceAll(l -> elsewhere(t).nameZh());
              } else {
                t.title = elsewhere(t).nameZh() + "和" + t.title;
              }
            }));
    all.add(
        new Trap(
            "two cities in the title",
            t -> t.title = (t.isWide() ? "除" : elsewhere(t).nameZh() + "、") + t.title));
    all.add(new Trap("a sum of areas", t -> t.title = t.title("", "三市合计主要指标")));
    all.add(
        new Trap(
            "a place within the area",
            t -> {
              String place = pick(t.random, "城关镇", "开发区", "第二水泥厂", "农商银行", "向阳街道", "新区管委会");
              if (t.isWide()) {
                t.labels.replaceAll(l -> l + place);
              } else {
                t.title = t.city.nameZh() + place + t.span() + "主要指标";
              }
            }));
    all.add(
        new Trap(
            "a difference of areas",
            t -> {
              if (t.isWide()) {
                t.labels.replaceAll(l -> "除" + l + "外");
              } else {
                t.title = "除" + t.title;
              }
            }));
    all.add(
        new Trap(
            "a total of rows named like one",
            t -> {
              if (t.isWide()) {
                t.labels.replaceAll(l -> l + "等三县合计");
              } else {
                t.labels.replaceAll(l -> l + "合计其他");
              }
            }));
  }

  private static void cells(List<Trap> all) {
    for (String format :
        List.of(
            "0!.0,",
            "#,##0,",
            "0.00,,",
            "0.00\"亿元\"",
            "0\"元\"",
            "$#,##0",
            "0.0\"%\"",
            "0\"‰\"",
            "\"约\"0",
            "0\"以上\"",
            "\"下降\"0.0",
            ";;;",
            "0\"户\"",
            "\"-\"0",
            "0\"万人\"",
            "[$€-2]0.0")) {
      all.add(
          new Trap(
              "number format " + format, t -> t.values.replaceAll(v -> "#as:" + format + ":" + v)));
    }
    for (String form :
        List.of(
            "约%s",
            "%s余", "近%s", "%s左右", "%s（预计）", "%s亿元", "%s元", "%s%%", "(%s)", "%s?", "%s*2", "0,%s",
            "%s/12", "%s-%s", "%s或%s", "＜%s", ">%s", "%s₁", "%s.5.1", "%s e3", "-%s-", "%s%%%%",
            "共%s", "新增%s", "减%s", "%s(修订)", "%s待核", "$%s", "%s 1", "合计%s")) {
      all.add(
          new Trap(
              "value " + form,
              t -> t.values.replaceAll(v -> form.replace("%%", "%").replace("%s", v))));
    }
    all.add(
        new Trap(
            "one figure for all rows",
            t -> {
              if (t.isWide()) {
                t.values.set(1, "^");
                t.values.set(2, "^");
              } else {
                t.values.set(0, "#as:0.0%:" + t.values.get(0));
              }
            }));
  }

  private static void heads(List<Trap> all) {
    for (String head :
        List.of(
            "2-%d月",
            "%d月下旬",
            "第%d周",
            "前%d个月平均",
            "1-%d月预计",
            "1-%d月计划",
            "1-%d月增减",
            "1-%d月占比",
            "1-%d月位次",
            "1-%d月差额",
            "1-%d月中位数",
            "1-%d月滚动",
            "近%d个月",
            "1-%d月（人均）",
            "1-%d月同期")) {
      all.add(
          new Trap(
              "head " + head,
              t -> t.head = (t.isWide() ? t.indicator : "") + head.formatted(t.month) + "（万元）"));
    }
    all.add(
        new Trap(
            "a foreign unit", t -> t.head = t.isWide() ? t.indicator + "（万美元）" : t.head + "（万美元）"));
    all.add(new Trap("a share in the unit", t -> t.head = t.indicator + "（万元/人）"));
    all.add(new Trap("a rate above", t -> t.above = "比重（%）"));
    all.add(new Trap("a letter behind a year", t -> t.above = t.year + "E"));
    all.add(new Trap("a letter behind the year of the sheet", t -> t.sheet = t.year + "F"));
    all.add(new Trap("half a year", t -> t.title = t.city.nameZh() + t.year + "年下半年主要指标"));
    all.add(
        new Trap(
            "several years",
            t -> t.title = t.city.nameZh() + (t.year - 3) + "-" + t.year + "年主要指标"));
  }

  private static void notes(List<Trap> all) {
    for (String note :
        List.of(
            "注：本表金额单位为亿元。",
            "注：%s不含市直。",
            "注：%s为预计数。",
            "注：本表为上年数。",
            "注：表中数据已扣除跨区项目。",
            "注：①本表为1-2月数。",
            "说明：%s含省属企业",
            "备注：本表按新口径统计",
            "注：其中一户为估计。",
            "本表单位：亿元",
            "注：金额以美元计。",
            "注：表内数字为全年任务的一半。",
            "注：本表仅统计规模以上单位。",
            "注：数据截至月中。",
            "注：%s为税前数。")) {
      all.add(new Trap("note " + note, t -> t.note = note.formatted(t.indicator)));
      all.add(
          new Trap(
              "note after a blank row " + note, t -> t.note = "\n" + note.formatted(t.indicator)));
      all.add(
          new Trap(
              "note above " + note, t -> t.title = note.formatted(t.indicator) + "\n" + t.title));
    }
  }

  /**
   * @param drawn a word of a kind
   */
  static List<Trap> harmless(BiFunction<String, Random, String> drawn) {
    List<Trap> all = new ArrayList<>();
    all.add(new Trap("nothing", t -> {}));
    for (int i = 0; i < 4; i++) {
      all.add(
          new Trap("title", t -> t.title = t.title("", drawn.apply("harmless title", t.random))));
      all.add(new Trap("line", t -> t.line = drawn.apply("harmless line", t.random)));
      all.add(new Trap("sheet", t -> t.sheet = drawn.apply("harmless sheet", t.random)));
      all.add(
          new Trap(
              "file",
              t ->
                  t.file =
                      drawn.apply("harmless file", t.random) + pick(t.random, ".xlsx", ".xls")));
      all.add(
          new Trap(
              "file that says it too",
              t ->
                  t.file =
                      t.city.nameZh()
                          + t.span()
                          + drawn.apply("harmless file", t.random)
                          + ".xlsx"));
      all.add(new Trap("note", t -> t.note = drawn.apply("harmless note", t.random)));
      all.add(
          new Trap(
              "note after a blank row",
              t -> t.note = "\n" + drawn.apply("harmless note", t.random)));
    }
    all.add(
        new Trap(
            "corner",
            t -> t.corner = t.isWide() ? drawn.apply("harmless corner", t.random) : "指标名称"));
    all.add(
        new Trap(
            "remark in the head",
            t ->
                t.head =
                    t.isWide()
                        ? t.indicator + drawn.apply("harmless head", t.random) + "（万元）"
                        : t.head));
    all.add(
        new Trap(
            "section", t -> t.section = t.isWide() ? "" : pick(t.random, "一、综合", "主要指标", "工业")));
    all.add(new Trap("month in the sheet", t -> t.sheet = "1-" + t.month + "月"));
    all.add(new Trap("year in the sheet", t -> t.sheet = t.year + "年"));
    all.add(new Trap("area in the sheet", t -> t.sheet = t.city.nameZh()));
    all.add(new Trap("unit in a note", t -> t.note = "注：本表金额单位为万元。"));
    for (String format :
        List.of("0", "#,##0", "0.00", "0_ ", "_ * #,##0_ ;_ * -#,##0_ ", "0\"万元\"")) {
      all.add(
          new Trap(
              "number format " + format, t -> t.values.replaceAll(v -> "#as:" + format + ":" + v)));
    }
    return all;
  }

  private static int other(TrapTable table) {
    return table.month == 12 ? 11 : table.month + 1;
  }

  /** A city of another province. */
  private static Area elsewhere(TrapTable table) {
    List<Area> others =
        RandomTable.CITIES.stream()
            .filter(a -> !a.code().substring(0, 2).equals(table.city.code().substring(0, 2)))
            .toList();
    return others.get(table.random.nextInt(others.size()));
  }

  private static String pick(Random random, String... words) {
    return words[random.nextInt(words.length)];
  }
}
