package io.yanmen.reading.interpret.word;

import io.yanmen.catalog.NameNormalForm;
import io.yanmen.evidence.Evidence;
import io.yanmen.evidence.EvidenceItem;
import io.yanmen.evidence.UnknownWords;
import io.yanmen.model.outcome.RejectionCode;
import java.util.Set;
import java.util.regex.Pattern;

/** Understands the lines that divide a table into sections. */
public final class SectionWords {
  private static final Pattern NUMBERING =
      Pattern.compile("^(?:[一二三四五六七八九十]{1,3}[、.,]|\\d{1,2}[、.]|\\([一二三四五六七八九十\\d]{1,3}\\))");

  private static final int LONGEST = 200;

  /** Headings that only sort the rows, and change the meaning of none. */
  private static final Set<String> ORDERING =
      Set.of(
          "综合", "核算", "工业", "农业", "投资", "消费", "贸易", "内贸", "外贸", "财政", "金融", "财政金融", "财政、金融", "人民生活",
          "居民收入", "收入", "能源", "价格", "物价", "用电", "电力", "国内贸易", "对外经济", "对外贸易", "民生", "交通", "旅游",
          "教育", "科技", "环境", "人口", "就业", "项目", "国民经济核算", "产品产量", "主要产品产量", "社会事业", "转型", "主要指标",
          "经济指标", "低空经济", "水利", "水网", "文旅", "教育民生", "生态环境", "创新", "科技创新", "产业", "重点工程", "建筑业",
          "房地产");

  private SectionWords() {}

  public static boolean isNumbered(String text) {
    return NUMBERING.matcher(NameNormalForm.of(beginning(text))).find();
  }

  /** A number before a heading is short, however long the heading. */
  private static String beginning(String text) {
    String heading = text.strip();
    return heading.length() <= LONGEST ? heading : heading.substring(0, LONGEST);
  }

  /** Whether a heading only sorts the rows; of a long one the beginning does not tell. */
  static boolean isOrdering(String text) {
    if (text.strip().length() > LONGEST) {
      return false;
    }
    String plain = NUMBERING.matcher(NameNormalForm.of(text)).replaceFirst("");
    return ORDERING.contains(plain) || plain.equals("其中:") || plain.equals("其中");
  }

  public static Evidence read(TextReader texts, String text, String where) {
    if (isOrdering(text)) {
      return Evidence.NONE;
    }
    Evidence facets = texts.readPart(text, where);
    if (texts.understands(facets)) {
      return facets;
    }
    UnknownWords unknown = new UnknownWords(text.strip(), RejectionCode.UNKNOWN_CONTEXT);
    return Evidence.NONE.withUnknown(EvidenceItem.of(unknown, text.strip(), where));
  }
}
