package io.yanmen.reading.interpret.vocabulary;

import io.yanmen.evidence.AreaMention;
import io.yanmen.evidence.Evidence;
import io.yanmen.model.Accumulation;
import io.yanmen.model.Frequency;
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
  private final int longestEnding;
  private final int longestBeginning;

  public Vocabulary() {
    MeasureWords.addTo(endings);
    spans();
    scenarios();
    years();
    totals();
    longestEnding = longest(endings);
    longestBeginning = longest(beginnings);
  }

  private static int longest(Map<String, ?> words) {
    return words.keySet().stream().mapToInt(String::length).max().orElse(0);
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

  public Optional<HeadRole> role(String plain) {
    return HeadRoleWords.role(plain);
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
