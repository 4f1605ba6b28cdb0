package io.yanmen.reading.interpret.vocabulary;

import io.yanmen.evidence.AreaMention;
import io.yanmen.model.Measure;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words for a place among others: 全省位次, 增速排名变动. */
public final class RankWords {
  private static final Pattern AT_END =
      Pattern.compile(
          "(总量|绝对量|绝对值|同比增速|同比增长|增速|增幅|增长)?(?:在|居)?(全国|全省|省内|全市|市内)?(?:的)?(?:(?:较|比)(?:上年|去年)(?:同期)?)?"
              + "(?:位次|排名|名次|排位)(?:在(全国|全省|全市))?(?:(?:较|比)(?:上年|去年)(?:同期)?)?"
              + "(变动|变化|升降|±|\\+-|升降变化|变动情况|升降情况|变化情况)?$",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern COMPARED = Pattern.compile("[较比](?:上年|去年)");

  private RankWords() {}

  /** Takes words for a place off the end of a text; the same text if it has none. */
  public static String take(String text, EvidenceBuilder builder) {
    Matcher matcher = AT_END.matcher(text);
    if (!matcher.find() || matcher.group().isEmpty()) {
      return text;
    }
    String of = matcher.group(1);
    boolean change = matcher.group(4) != null;
    if (!change && COMPARED.matcher(matcher.group()).find()) {
      // 较上年位次 is a change, or the place of last year; it does not say which.
      return text;
    }
    if (of == null) {
      builder.bareRank(change);
    } else if (of.startsWith("总") || of.startsWith("绝")) {
      builder.measure(change ? Measure.RANK_CHANGE : Measure.RANK);
    } else {
      builder.measure(change ? Measure.YOY_RANK_CHANGE : Measure.YOY_RANK);
    }
    String in = matcher.group(2) != null ? matcher.group(2) : matcher.group(3);
    if (in != null) {
      builder.rankIn(AreaMention.total(ranked(in)));
    }
    return text.substring(0, matcher.start());
  }

  private static AreaMention.Total ranked(String in) {
    return switch (in) {
      case "全国" -> AreaMention.Total.NATION;
      case "全省", "省内" -> AreaMention.Total.PROVINCE;
      default -> AreaMention.Total.PREFECTURE;
    };
  }
}
