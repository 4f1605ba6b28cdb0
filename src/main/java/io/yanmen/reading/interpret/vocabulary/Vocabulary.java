package io.yanmen.reading.interpret.vocabulary;

import io.yanmen.evidence.AreaMention;
import io.yanmen.evidence.Evidence;
import io.yanmen.model.Accumulation;
import io.yanmen.model.Frequency;
import io.yanmen.model.Measure;
import io.yanmen.model.Scenario;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The words that Chinese and English statistical tables put around a name: what is measured, over
 * what span, planned or done. Each is matched as a whole word group at the end or the start of a
 * text.
 */
public final class Vocabulary {
  private final Map<String, Consumer<EvidenceBuilder>> endings = new HashMap<>();
  private final Map<String, Consumer<EvidenceBuilder>> beginnings = new HashMap<>();
  private final Map<String, HeadRole> roles = new HashMap<>();
  private final int longestEnding;
  private final int longestBeginning;

  public Vocabulary() {
    measures();
    spans();
    scenarios();
    years();
    totals();
    roles();
    longestEnding = longest(endings);
    longestBeginning = longest(beginnings);
  }

  private static int longest(Map<String, ?> words) {
    return words.keySet().stream().mapToInt(String::length).max().orElse(0);
  }

  private void measures() {
    for (String against :
        List.of("", "同比", "比上年", "比上年同期", "比去年", "比去年同期", "较上年", "较上年同期", "较去年同期", "较去年")) {
      for (String growth :
          List.of("增长", "增速", "增长率", "增幅", "增长速度", "增减率", "增减幅度", "增长±", "名义增长", "名义增速")) {
        if (!against.isEmpty() || (growth.length() > 1 && !growth.equals("+-"))) {
          ending(Measure.YOY, against + growth);
        }
      }
      for (String change : List.of("增减", "±", "+-", "增减±")) {
        if (!against.isEmpty() || change.startsWith("增减")) {
          endings.putIfAbsent(against + change, EvidenceBuilder::growthOrIncrement);
        }
      }
      ending(Measure.YOY_REAL, against + "实际增长", against + "实际增速");
      if (!against.isEmpty()) {
        ending(
            Measure.YOY_POINTS,
            against + "百分点",
            against + "±百分点",
            against + "增减百分点",
            against + "提高",
            against + "提高百分点",
            against + "变动百分点");
        ending(
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
        List.of("可比价", "可比价格", "按可比价", "按可比价格", "按可比价格计算", "按可比价计算", "按不变价格计算", "按不变价计算", "可比")) {
      for (String growth : List.of("增长", "增速", "同比增长", "比上年增长", "增长速度", "增长率", "同比增速")) {
        ending(Measure.YOY, prices + growth, "(" + prices + ")" + growth);
      }
    }
    ending(
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
    ending(Measure.YOY_REAL, "yoy_real");
    for (String before : List.of("环比", "比上月", "较上月", "比上季", "较上季", "比上季度", "较上季度")) {
      ending(Measure.MOM, before + "增长", before + "增速", before + "增幅", before + "增长率");
    }
    ending(Measure.MOM, "环比", "mom");
    ending(Measure.YOY_POINTS, "百分点", "±百分点", "yoy_points");
    ending(Measure.INCREMENT, "增量", "增加额", "增减额", "增加量", "increment");
    ending(Measure.SHARE, "占比", "比重", "所占比重", "share");
    ending(
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
    ending(Measure.LEVEL, "总量", "绝对量", "绝对值", "绝对数", "绝对额", "level");
    ending(Measure.RANK, "rank");
    ending(Measure.RANK_CHANGE, "rank_change", "rankchange");
    ending(Measure.YOY_RANK, "yoy_rank", "yoyrank");
    ending(Measure.YOY_RANK_CHANGE, "yoy_rank_change", "yoyrankchange");
  }

  private void ending(Measure measure, String... words) {
    for (String word : words) {
      endings.putIfAbsent(word, b -> b.measure(measure));
    }
  }

  private void spans() {
    for (String word :
        List.of(
            "累计",
            "累计值",
            "累计数",
            "累计额",
            "累计量",
            "本月止累计",
            "止累计",
            "自年初累计",
            "年初累计",
            "自年初",
            "年初至今",
            "1-本月累计",
            "1-本月",
            "本年累计",
            "累计完成",
            "累计完成额",
            "本月累计",
            "至本月累计",
            "本季止累计",
            "ytd",
            "cumulative",
            "yeartodate")) {
      both(word, b -> b.accumulation(Accumulation.YTD));
    }
    for (String word :
        List.of(
            "当月",
            "本月",
            "当月值",
            "本月值",
            "本月数",
            "当月数",
            "当月完成",
            "本月完成",
            "当月完成额",
            "本月完成额",
            "本月实际",
            "月末",
            "currentmonth")) {
      both(word, b -> alone(b, Frequency.M));
    }
    for (String word : List.of("当季", "本季", "当季值", "本季值", "本季度", "当季度", "季末")) {
      both(word, b -> alone(b, Frequency.Q));
    }
    for (String word : List.of("当期", "当期值", "期末", "期末值")) {
      both(word, b -> b.accumulation(Accumulation.PERIOD));
    }
  }

  /** 当月 stands for a month, whatever else the table says of its period. */
  private static void alone(EvidenceBuilder builder, Frequency frequency) {
    builder.accumulation(Accumulation.PERIOD);
    builder.frequency(frequency);
  }

  private void scenarios() {
    for (String word :
        List.of(
            "目标", "目标值", "目标数", "年度目标", "全年目标", "目标任务", "年度目标任务", "全年目标任务", "预期目标", "年度预期目标",
            "全年预期目标", "主要预期目标", "计划", "计划数", "计划值", "年计划", "年度计划", "全年计划", "任务", "任务数", "年度任务",
            "全年任务", "年度目标值", "全年目标值", "年目标", "力争", "target")) {
      both(word, b -> b.scenario(Scenario.TARGET));
    }
    for (String word :
        List.of(
            "实际", "实际完成", "完成数", "完成值", "完成额", "完成量", "实绩", "实际值", "实际数", "完成情况", "完成", "实际完成额",
            "实际完成数", "已完成", "实际完成值", "actual")) {
      both(word, b -> b.scenario(Scenario.ACTUAL));
    }
    for (String word : List.of("预计", "预测", "预测值", "预计数", "预计值", "预计完成", "forecast")) {
      both(word, b -> b.scenario(Scenario.FORECAST));
    }
  }

  private void years() {
    for (String word :
        List.of("上年同期", "去年同期", "上年同期数", "上年", "去年", "上年数", "上年同期值", "去年同期数", "同期数", "上年同月")) {
      both(word, EvidenceBuilder::lastYear);
    }
    for (String word :
        List.of(
            "数值",
            "指标值",
            "数据",
            "其中",
            "本期",
            "本年",
            "今年",
            "现价",
            "当年价",
            "当年价格",
            "数量",
            "本期数",
            "人民币",
            "按现价计算",
            "按当年价格计算",
            "现行价格",
            "value",
            "obs_value",
            "本年数")) {
      both(word, b -> {});
    }
  }

  private void both(String word, Consumer<EvidenceBuilder> meaning) {
    endings.putIfAbsent(word, meaning);
    beginnings.putIfAbsent(word, meaning);
  }

  private void totals() {
    total(AreaMention.Total.PROVINCE, "全省", "全省合计", "全自治区");
    total(AreaMention.Total.PREFECTURE, "全市", "全市合计", "全市总计", "市合计", "全州", "全盟", "全地区");
    total(AreaMention.Total.COUNTY, "全县", "全区", "全县合计", "全区合计", "全旗");
    total(AreaMention.Total.SUM, "合计", "总计", "总合计", "total");
  }

  private final Map<String, AreaMention.Total> totalWords = new HashMap<>();

  private void total(AreaMention.Total total, String... words) {
    for (String word : words) {
      totalWords.put(word, total);
    }
  }

  private void roles() {
    role(
        HeadRole.SERIAL,
        "序号",
        "编号",
        "行号",
        "no",
        "no.",
        "序",
        "排序号",
        "代号",
        "代码",
        "编码",
        "行次",
        "栏次",
        "指标序号",
        "id",
        "index",
        "unnamed:0");
    role(
        HeadRole.AREA,
        "地区",
        "县区",
        "县(市、区)",
        "县(市,区)",
        "县(区、市)",
        "县市区",
        "区县",
        "县(区)",
        "市(县、区)",
        "区(县)",
        "市县",
        "地区名称",
        "行政区划",
        "行政区",
        "区划名称",
        "行政区划名称",
        "行政区域",
        "省份",
        "省",
        "市",
        "城市",
        "县",
        "区域",
        "省市",
        "省(市、区)",
        "省市区",
        "省级",
        "市州",
        "地市",
        "县名",
        "县别",
        "地区别",
        "县区名称",
        "县市",
        "各县(市、区)",
        "旗县区",
        "区市县",
        "市(州)",
        "所属县区",
        "所属地区",
        "项目所在地",
        "建设地点",
        "所在县区",
        "县市区名称",
        "area",
        "region",
        "county",
        "ref_area",
        "province",
        "city",
        "district",
        "areaname",
        "area_name",
        "area_name_zh",
        "referencearea");
    role(
        HeadRole.AREA_CODE,
        "地区编码",
        "地区代码",
        "行政区划代码",
        "区划代码",
        "行政代码",
        "县区代码",
        "areacode",
        "area_code",
        "regioncode",
        "行政编码",
        "区域代码",
        "区划编码");
    role(
        HeadRole.INDICATOR,
        "指标",
        "指标名称",
        "项目",
        "主要指标",
        "统计指标",
        "指标名",
        "经济指标",
        "主要经济指标",
        "名称",
        "指标项",
        "目标名称",
        "目标任务名称",
        "项目名称",
        "产品名称",
        "产品",
        "indicator",
        "indicatorname",
        "indicator_name",
        "item",
        "variable");
    role(HeadRole.INDICATOR_CODE, "指标代码", "指标编码", "indicatorcode", "indicator_code", "指标id");
    role(
        HeadRole.PERIOD,
        "时期",
        "时间",
        "日期",
        "期间",
        "报告期",
        "统计时间",
        "月份",
        "年月",
        "统计期",
        "所属期",
        "数据时间",
        "数据期",
        "期别",
        "年份",
        "年度",
        "年",
        "月",
        "季度",
        "报告月份",
        "数据日期",
        "period",
        "time",
        "date",
        "time_period",
        "year",
        "month",
        "quarter",
        "timeperiod",
        "period_start");
    role(HeadRole.UNIT, "单位", "计量单位", "数量单位", "unit", "units", "unit_measure", "指标单位");
    role(HeadRole.MEASURE, "measure", "度量", "指标类型", "数据类型", "类型", "口径类型", "值类型");
    role(HeadRole.SCENARIO, "scenario", "情景", "性质");
    role(HeadRole.FREQUENCY, "频度", "频率", "frequency", "freq");
    role(HeadRole.ACCUMULATION, "accumulation", "口径", "统计口径", "累计方式");
    role(HeadRole.QUALIFIER, "qualifier");
    role(HeadRole.STATUS, "status", "obs_status", "数据状态");
    role(
        HeadRole.NOTE,
        "备注",
        "说明",
        "注",
        "来源",
        "数据来源",
        "资料来源",
        "责任单位",
        "牵头单位",
        "责任部门",
        "填报单位",
        "报送单位",
        "更新时间",
        "注释",
        "填报人",
        "联系人",
        "责任领导",
        "配合单位",
        "建设单位",
        "联系电话",
        "note",
        "notes",
        "remark",
        "remarks",
        "source",
        "comment",
        "数据提供单位",
        "主管部门",
        "项目单位",
        "时间区间",
        "起始时间",
        "结束时间",
        "更新频率",
        "seriesid",
        "srcode",
        "mnemonic",
        "functioninformation",
        "firstobs.date",
        "lastobs.date",
        "lastupdatetime",
        "指标来源");
    role(
        HeadRole.VALUE,
        "数值",
        "数据",
        "值",
        "指标值",
        "value",
        "obs_value",
        "本期数值",
        "统计值",
        "数据值",
        "数字",
        "指标数值",
        "figure");
  }

  private void role(HeadRole role, String... words) {
    for (String word : words) {
      roles.put(word, role);
    }
  }

  public Optional<HeadRole> role(String plain) {
    return Optional.ofNullable(roles.get(plain.toLowerCase(Locale.ROOT)));
  }

  public Optional<AreaMention.Total> total(String plain) {
    return Optional.ofNullable(totalWords.get(plain.toLowerCase(Locale.ROOT)));
  }

  /** Whether a text as a whole is a word that adds nothing to a name: 产量 beside 原煤. */
  public static boolean addsNothing(String plain) {
    return plain.equals("产量");
  }

  /** The longest known ending of a text. */
  public Optional<String> ending(String plain) {
    for (int length = Math.min(longestEnding, plain.length()); length > 0; length--) {
      String word = plain.substring(plain.length() - length);
      if (endings.containsKey(word) && !cutsYear(plain, word)) {
        return Optional.of(word);
      }
    }
    return Optional.empty();
  }

  /** 年度目标 is a word, but 2025年度目标 ends in 目标. */
  private static boolean cutsYear(String plain, String word) {
    int start = plain.length() - word.length();
    return word.startsWith("年") && start > 0 && Character.isDigit(plain.charAt(start - 1));
  }

  /** The longest known beginning of a text. */
  public Optional<String> beginning(String plain) {
    for (int length = Math.min(longestBeginning, plain.length()); length > 0; length--) {
      String word = plain.substring(0, length);
      if (beginnings.containsKey(word)) {
        return Optional.of(word);
      }
    }
    return Optional.empty();
  }

  /** What a word alone says of measure and span; nothing for most words. */
  public Evidence said(String word) {
    Consumer<EvidenceBuilder> meaning = endings.get(word);
    if (meaning == null) {
      meaning = beginnings.get(word);
    }
    if (meaning == null) {
      return Evidence.NONE;
    }
    EvidenceBuilder builder = new EvidenceBuilder(word, "");
    meaning.accept(builder);
    return builder.build();
  }

  public void applyEnding(String word, EvidenceBuilder builder) {
    Optional.ofNullable(endings.get(word)).ifPresent(meaning -> meaning.accept(builder));
  }

  public void applyBeginning(String word, EvidenceBuilder builder) {
    Optional.ofNullable(beginnings.get(word)).ifPresent(meaning -> meaning.accept(builder));
  }

  /** 月、季、年 in a column or row of frequencies. */
  public static Optional<Frequency> frequency(String plain) {
    return switch (plain.toLowerCase(Locale.ROOT)) {
      case "月", "月度", "m", "monthly" -> Optional.of(Frequency.M);
      case "季", "季度", "q", "quarterly" -> Optional.of(Frequency.Q);
      case "年", "年度", "a", "annual" -> Optional.of(Frequency.A);
      default -> Optional.empty();
    };
  }
}
