package io.yanmen.reading.interpret.vocabulary;

import io.yanmen.model.Measure;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** The words behind a name that say what is measured of it: 同比增长, 占比, 完成进度. */
final class MeasureWords {
  private MeasureWords() {}

  static void addTo(Map<String, Consumer<EvidenceBuilder>> endings) {
    for (String against :
        List.of(
            "", "同比", "比同期", "较同期", "比上年", "比上年同期", "比去年", "比去年同期", "较上年", "较上年同期", "较去年同期",
            "较去年")) {
      for (String growth :
          List.of("增长", "增速", "增长率", "增幅", "增长速度", "增减率", "增减幅度", "增长±", "名义增长", "名义增速")) {
        if (!against.isEmpty() || (growth.length() > 1 && !growth.equals("+-"))) {
          add(endings, Measure.YOY, against + growth);
        }
      }
      for (String change : List.of("增减", "±", "+-", "增减±")) {
        endings.putIfAbsent(against + change, EvidenceBuilder::growthOrIncrement);
      }
      add(endings, Measure.YOY_REAL, against + "实际增长", against + "实际增速");
      if (!against.isEmpty()) {
        add(
            endings,
            Measure.YOY_POINTS,
            against + "百分点",
            against + "±百分点",
            against + "增减百分点",
            against + "提高",
            against + "提高百分点",
            against + "变动百分点");
        add(
            endings,
            Measure.INCREMENT,
            against + "增加",
            against + "增加额",
            against + "增量",
            against + "增减额",
            against + "净增",
            against + "增加量",
            against + "增减量");
      }
    }
    for (String prices :
        List.of("可比价", "可比价格", "按可比价", "按可比价格", "按可比价格计算", "按可比价计算", "按不变价格计算", "按不变价计算")) {
      for (String growth : List.of("增长", "增速", "同比增长", "比上年增长", "增长速度", "增长率", "同比增速")) {
        add(endings, Measure.YOY_REAL, prices + growth, "(" + prices + ")" + growth);
      }
    }
    add(
        endings,
        Measure.YOY,
        "同比",
        "yoy",
        "y/y",
        "growth",
        "yoygrowth",
        "growthrate",
        "year-on-year",
        "year-on-yeargrowth",
        "上年=100增长");
    add(endings, Measure.YOY_REAL, "yoy_real");
    for (String before : List.of("环比", "比上月", "较上月", "比上季", "较上季", "比上季度", "较上季度")) {
      add(endings, Measure.MOM, before + "增长", before + "增速", before + "增幅", before + "增长率");
    }
    add(endings, Measure.MOM, "环比", "mom");
    add(endings, Measure.YOY_POINTS, "百分点", "±百分点", "yoy_points");
    add(endings, Measure.INCREMENT, "增量", "增加额", "增减额", "增加量", "increment");
    add(endings, Measure.SHARE, "占比", "比重", "所占比重", "share");
    add(
        endings,
        Measure.PROGRESS,
        "完成目标进度",
        "目标完成进度",
        "完成进度",
        "目标进度",
        "完成年度目标进度",
        "完成全年目标进度",
        "完成年度目标",
        "完成全年目标",
        "占年度目标",
        "占全年目标",
        "占年度目标比重",
        "占全年目标比重",
        "完成目标",
        "目标完成率",
        "完成率",
        "计划完成率",
        "完成年计划",
        "完成计划",
        "占年计划",
        "年度目标完成率",
        "进度",
        "完成年度计划",
        "任务完成率",
        "完成年度任务",
        "progress");
    add(endings, Measure.LEVEL, "总量", "绝对量", "绝对值", "绝对数", "绝对额", "level");
    add(endings, Measure.RANK, "rank");
    add(endings, Measure.RANK_CHANGE, "rank_change", "rankchange");
    add(endings, Measure.YOY_RANK, "yoy_rank", "yoyrank");
    add(endings, Measure.YOY_RANK_CHANGE, "yoy_rank_change", "yoyrankchange");
  }

  private static void add(
      Map<String, Consumer<EvidenceBuilder>> endings, Measure measure, String... words) {
    for (String word : words) {
      endings.putIfAbsent(word, b -> b.measure(measure));
    }
  }
}
