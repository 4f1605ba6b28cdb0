package io.yanmen.reading.interpret.word;

import io.yanmen.catalog.AreaNames;
import io.yanmen.catalog.Breakdown;
import io.yanmen.catalog.IndicatorNames;
import io.yanmen.catalog.NameNormalForm;
import io.yanmen.catalog.Unit;
import io.yanmen.catalog.UnitGrammar;
import io.yanmen.evidence.AreaMention;
import io.yanmen.evidence.Evidence;
import io.yanmen.evidence.PartName;
import io.yanmen.evidence.PeriodPart;
import io.yanmen.model.Area;
import io.yanmen.model.Indicator;
import io.yanmen.model.Measure;
import io.yanmen.model.outcome.RejectionCode;
import io.yanmen.reading.interpret.vocabulary.EvidenceBuilder;
import io.yanmen.reading.interpret.vocabulary.PeriodWords;
import io.yanmen.reading.interpret.vocabulary.Vocabulary;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Understands the text of one header or label completely, or says which words it does not
 * understand.
 *
 * <p>Words are taken off both ends of the text (unit in brackets, measure, span, period, plan or
 * actual) until what is left is, as a whole, a name of the catalogue. What is left and is no name
 * makes the text unknown: a name that only contains a known name is something else.
 */
public final class TextReader {
  private static final Pattern RANK =
      Pattern.compile(
          "(总量|绝对量|绝对值|同比增速|同比增长|增速|增幅|增长)?(?:在|居)?(全国|全省|省内|全市|市内)?(?:的)?(?:(?:较|比)(?:上年|去年)(?:同期)?)?"
              + "(?:位次|排名|名次|排位)(?:在(全国|全省|全市))?(?:(?:较|比)(?:上年|去年)(?:同期)?)?"
              + "(变动|变化|升降|±|\\+-|升降变化|变动情况|升降情况|变化情况)?$",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern NUMBERING =
      Pattern.compile(
          "^(?:[一二三四五六七八九十]{1,3}[、.,]|\\d{1,2}[、.](?!\\d)|\\([一二三四五六七八九十\\d]{1,3}\\)|#|\\*|-(?=\\D)|其中:?|其:|:)");
  private static final Pattern COMPARED_YEARS =
      Pattern.compile("((?:19|20)\\d{2})年?[比较]((?:19|20)\\d{2})年");
  // Only of texts that are not understood: which kind of refusal they get, never whether.
  private static final Pattern GROWTH_NOT_HELD =
      Pattern.compile(
          "年均增|年平均增|[两二三四五六七八九十\\d]年平均|平均增[长速]|拉动|贡献率|[高低快慢]于全[国省市]"
              + "|[比较](?:19|20)\\d{2}年|[比较]年初|定基");
  private static final Pattern FOOTNOTE = Pattern.compile("[*#:]+$");
  private static final Pattern LIST = Pattern.compile("[、,;]");
  private static final int LONGEST_UNIT = 8;
  private static final int LONGEST_PART = 22;
  private static final int LONGEST_PERIOD = 14;
  private static final int LONGEST = 80;
  // With the spaces that spread it; what is longer is a page of text.
  private static final int LONGEST_WRITTEN = 2000;
  private static final int LONGEST_UNIT_LIST = 400;

  private final AreaNames areas;
  private final IndicatorNames indicators;
  private final UnitGrammar units;
  private final Vocabulary vocabulary;

  TextReader(AreaNames areas, IndicatorNames indicators, UnitGrammar units, Vocabulary vocabulary) {
    this.areas = areas;
    this.indicators = indicators;
    this.units = units;
    this.vocabulary = vocabulary;
  }

  /** What the text says, with {@link Evidence#unknown} where it is not understood to the end. */
  public Evidence read(String text, String where) {
    return read(text, where, false);
  }

  /** The same of a head or label, which may name a part of the indicator above it (第一产业). */
  public Evidence readPart(String text, String where) {
    return read(text, where, true);
  }

  private Evidence read(String text, String where, boolean mayBePart) {
    String written = text.strip();
    if (written.length() > LONGEST_WRITTEN) {
      return unknown(written, where);
    }
    String plain = NameNormalForm.of(text);
    Evidence read = read(plain, written, where, mayBePart);
    if (read.unknown().isEmpty()
        || plain.length() > LONGEST
        || !NameNormalForm.mayBeTraditional(text)) {
      return read;
    }
    return read(NameNormalForm.simplified(plain), written, where, mayBePart);
  }

  private static Evidence unknown(String text, String where) {
    EvidenceBuilder builder = new EvidenceBuilder(text, where);
    builder.unknown(text, RejectionCode.UNKNOWN_INDICATOR);
    return builder.build();
  }

  private Evidence read(String plain, String text, String where, boolean mayBePart) {
    EvidenceBuilder builder = new EvidenceBuilder(text, where, mayBePart);
    if (plain.isEmpty()) {
      return Evidence.NONE;
    }
    if (plain.length() > LONGEST) {
      return unknown(text, where);
    }
    String rest = peel(comparedYears(plain), builder, 0);
    if (!rest.isEmpty()) {
      builder.unknown(
          rest,
          GROWTH_NOT_HELD.matcher(comparedYears(plain)).find()
              ? RejectionCode.UNSUPPORTED_MEASURE
              : RejectionCode.UNKNOWN_INDICATOR);
    }
    return builder.build();
  }

  /** 2023年比2022年增长 is 2023年比上年增长. */
  private static String comparedYears(String plain) {
    Matcher years = COMPARED_YEARS.matcher(plain);
    boolean consecutive =
        years.find() && Integer.parseInt(years.group(1)) == Integer.parseInt(years.group(2)) + 1;
    return consecutive ? years.replaceFirst("$1年比上年") : plain;
  }

  /** Whether the text is understood to the end and says something. */
  public boolean understands(Evidence facets) {
    return facets.unknown().isEmpty() && !facets.saysNothing();
  }

  private String peel(String text, EvidenceBuilder builder, int depth) {
    String rest = text;
    while (!rest.isEmpty()) {
      if (names(rest, builder)) {
        return "";
      }
      String shorter = step(rest, builder, depth);
      if (shorter.equals(rest)) {
        return rest;
      }
      rest = shorter;
    }
    return rest;
  }

  /** Whether the text as a whole is a name, a period, a unit, or a word for one. */
  private boolean names(String text, EvidenceBuilder builder) {
    List<Indicator> named = indicators.lookup(text);
    if (!named.isEmpty()) {
      builder.indicator(named);
      return true;
    }
    Optional<AreaMention.Total> total = vocabulary.total(text);
    if (total.isPresent()) {
      builder.area(AreaMention.total(total.get()));
      return true;
    }
    Optional<PeriodPart> period = PeriodWords.whole(text);
    if (period.isPresent() && !isBareNumber(text)) {
      builder.period(period.get());
      return true;
    }
    List<Area> found = areas.lookup(text);
    if (!found.isEmpty()) {
      builder.area(AreaMention.of(found));
      return true;
    }
    return (builder.mayBePart() && part(text, builder)) || Vocabulary.addsNothing(text);
  }

  private boolean part(String text, EvidenceBuilder builder) {
    List<Breakdown> parts = indicators.breakdowns().named(text);
    Optional<Indicator> alone = indicators.bare(text);
    if (parts.isEmpty() && alone.isEmpty()) {
      return false;
    }
    builder.part(new PartName(parts, alone));
    return true;
  }

  private static boolean isBareNumber(String text) {
    return text.chars().allMatch(c -> (c >= '0' && c <= '9') || c == '.');
  }

  /** Takes one group of words off the text; the same text if none is known. */
  private String step(String text, EvidenceBuilder builder, int depth) {
    String rest = numbering(text);
    if (rest.equals(text)) {
      rest = bracket(text, builder, depth);
    }
    if (rest.equals(text)) {
      rest = rank(text, builder);
    }
    if (rest.equals(text)) {
      rest = wordAtEnd(text, builder);
    }
    if (rest.equals(text)) {
      rest = segments(text, builder, depth);
    }
    if (rest.equals(text)) {
      rest = wordAtStart(text, builder);
    }
    if (rest.equals(text)) {
      rest = periodAtStart(text, builder);
    }
    if (rest.equals(text)) {
      rest = periodAtEnd(text, builder);
    }
    if (rest.equals(text)) {
      rest = areaAtStart(text, builder, depth);
    }
    if (rest.equals(text)) {
      rest = partAtStart(text, builder, depth);
    }
    if (rest.equals(text)) {
      rest = unitAtEnd(text, builder, depth);
    }
    return rest;
  }

  private static String numbering(String text) {
    String rest = NUMBERING.matcher(text).replaceFirst("");
    String trimmed = FOOTNOTE.matcher(rest).replaceFirst("");
    return trimmed.isEmpty() ? text : trimmed;
  }

  private String bracket(String text, EvidenceBuilder builder, int depth) {
    if (!text.endsWith(")") || depth > 3) {
      return text;
    }
    int open = matchingBracket(text);
    if (open < 0) {
      return text;
    }
    String inner = text.substring(open + 1, text.length() - 1);
    return say(inner, builder, depth) ? text.substring(0, open) : text;
  }

  private static int matchingBracket(String text) {
    int depth = 0;
    for (int i = text.length() - 1; i >= 0; i--) {
      if (text.charAt(i) == ')') {
        depth++;
      } else if (text.charAt(i) == '(' && --depth == 0) {
        return i;
      }
    }
    return -1;
  }

  /** Adds what a bracketed remark says, if all of it is understood and it is no name. */
  private boolean say(String inner, EvidenceBuilder builder, int depth) {
    String remark = inner.startsWith("单位:") ? inner.substring(3) : inner;
    List<Unit> listed = unitList(remark);
    if (!listed.isEmpty()) {
      listed.forEach(builder::unit);
      return true;
    }
    String[] parts = LIST.split(remark);
    if (parts.length > 1) {
      boolean all = true;
      for (String part : parts) {
        all &= !part.isEmpty() && isRemark(part, depth);
      }
      if (!all) {
        return false;
      }
      for (String part : parts) {
        say(part, builder, depth);
      }
      return true;
    }
    if (!isRemark(remark, depth)) {
      return false;
    }
    peel(remark, builder, depth + 1);
    return true;
  }

  /** Whether a remark is understood, and names nothing. */
  private boolean isRemark(String remark, int depth) {
    EvidenceBuilder probe = new EvidenceBuilder("", "");
    return units.parse(remark).isPresent()
        || (peel(remark, probe, depth + 1).isEmpty() && !probe.hasIndicator() && !probe.hasArea());
  }

  /** All units of a list such as 万元、%; empty unless every part is a unit. */
  public List<Unit> unitList(String text) {
    if (text.length() > LONGEST_UNIT_LIST) {
      return List.of();
    }
    Optional<Unit> single = units.parse(text);
    if (single.isPresent()) {
      return List.of(single.get());
    }
    List<Unit> all = new ArrayList<>();
    for (String part : LIST.split(text)) {
      Optional<Unit> unit = units.parse(part);
      if (unit.isEmpty()) {
        return List.of();
      }
      all.add(unit.get());
    }
    return all;
  }

  private static String rank(String text, EvidenceBuilder builder) {
    Matcher matcher = RANK.matcher(text);
    if (!matcher.find() || matcher.group().isEmpty()) {
      return text;
    }
    String of = matcher.group(1);
    boolean change = matcher.group(4) != null;
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

  private String wordAtEnd(String text, EvidenceBuilder builder) {
    // A sign of percent may stand without brackets: 同比增长%, 同比±%.
    if (text.endsWith("%") && text.length() > 1) {
      units.parse("%").ifPresent(builder::unit);
      return text.substring(0, text.length() - 1);
    }
    Optional<String> word = vocabulary.ending(text);
    if (word.isEmpty()) {
      return text;
    }
    vocabulary.applyEnding(word.get(), builder);
    return trimmed(text.substring(0, text.length() - word.get().length()));
  }

  private static String trimmed(String text) {
    int end = text.length();
    while (end > 0 && "_:,、/;".indexOf(text.charAt(end - 1)) >= 0) {
      end--;
    }
    return text.substring(0, end);
  }

  /** 中国:社会消费品零售总额:累计同比, 利润总额_累计: each part is read for itself. */
  private String segments(String text, EvidenceBuilder builder, int depth) {
    int cut = Math.max(text.lastIndexOf('_'), text.lastIndexOf(':'));
    if (cut <= 0 || depth > 3) {
      return text;
    }
    String last = text.substring(cut + 1);
    EvidenceBuilder probe = builder.probe();
    if (!peel(last, probe, depth + 1).isEmpty()) {
      return text;
    }
    peel(last, builder, depth + 1);
    return text.substring(0, cut);
  }

  private String wordAtStart(String text, EvidenceBuilder builder) {
    Optional<String> word = vocabulary.beginning(text);
    if (word.isEmpty()) {
      return text;
    }
    vocabulary.applyBeginning(word.get(), builder);
    return text.substring(word.get().length());
  }

  private static String periodAtStart(String text, EvidenceBuilder builder) {
    Optional<PeriodWords.Inside> inside = PeriodWords.inside(text, 0);
    if (inside.isEmpty() || inside.get().start() != 0) {
      return text;
    }
    builder.period(inside.get().part());
    return text.substring(inside.get().end());
  }

  /** 固定资产投资2025年1-4月. */
  private static String periodAtEnd(String text, EvidenceBuilder builder) {
    for (int start = Math.max(1, text.length() - LONGEST_PERIOD); start < text.length(); start++) {
      String end = text.substring(start);
      boolean inWords = !isBareNumber(end) && !Character.isDigit(text.charAt(start - 1));
      Optional<PeriodPart> period = inWords ? PeriodWords.whole(end) : Optional.empty();
      if (period.isPresent()) {
        builder.period(period.get());
        return text.substring(0, start);
      }
    }
    return text;
  }

  /** 忻州市固定资产投资: only where all that follows is understood. */
  private String areaAtStart(String text, EvidenceBuilder builder, int depth) {
    if (depth > 2) {
      return text;
    }
    for (int end = Math.min(text.length() - 2, 16); end >= 2; end--) {
      String name = text.substring(0, end);
      AreaMention mention = mention(name);
      if (mention == null) {
        continue;
      }
      EvidenceBuilder probe = builder.probe();
      if (peel(text.substring(end), probe, depth + 2).isEmpty() && probe.hasIndicator()) {
        builder.area(mention);
        return text.substring(end);
      }
    }
    return text;
  }

  /** 采矿业固定资产投资: only where all that follows is an indicator that has such a part. */
  private String partAtStart(String text, EvidenceBuilder builder, int depth) {
    if (depth > 0) {
      return text;
    }
    for (int end = Math.min(text.length() - 2, LONGEST_PART); end >= 2; end--) {
      List<Breakdown> parts = indicators.breakdowns().named(text.substring(0, end));
      if (parts.isEmpty()) {
        continue;
      }
      EvidenceBuilder probe = new EvidenceBuilder("", "");
      boolean named = peel(text.substring(end), probe, depth + 2).isEmpty();
      List<Breakdown> fitting = named ? fitting(parts, probe.indicators()) : List.of();
      if (!fitting.isEmpty()) {
        builder.part(new PartName(fitting, Optional.empty()));
        return text.substring(end);
      }
    }
    return text;
  }

  private List<Breakdown> fitting(List<Breakdown> parts, Optional<List<Indicator>> whole) {
    return whole.isEmpty() || whole.get().size() != 1
        ? List.of()
        : parts.stream()
            .filter(it -> indicators.breakdowns().of(whole.get().get(0).code(), it).isPresent())
            .toList();
  }

  private @Nullable AreaMention mention(String name) {
    Optional<AreaMention.Total> total = vocabulary.total(name);
    if (total.isPresent()) {
      return AreaMention.total(total.get());
    }
    List<Area> found = areas.named(name);
    return found.isEmpty() ? null : AreaMention.of(found);
  }

  /** 固定资产投资,亿元 and 固定资产投资亿元: only where all that stands before is understood. */
  private String unitAtEnd(String text, EvidenceBuilder builder, int depth) {
    if (depth > 2) {
      return text;
    }
    for (int start = Math.max(1, text.length() - LONGEST_UNIT); start < text.length(); start++) {
      Optional<Unit> unit = units.parse(text.substring(start));
      String before = trimmed(text.substring(0, start));
      if (unit.isEmpty() || before.isEmpty()) {
        continue;
      }
      EvidenceBuilder probe = builder.probe();
      if (peel(before, probe, depth + 2).isEmpty()) {
        builder.unit(unit.get());
        return before;
      }
    }
    return text;
  }
}
