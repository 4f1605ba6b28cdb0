package io.yanmen.reading.interpret.word;

import io.yanmen.catalog.AreaNames;
import io.yanmen.catalog.NameNormalForm;
import io.yanmen.catalog.Unit;
import io.yanmen.evidence.AreaMention;
import io.yanmen.evidence.Evidence;
import io.yanmen.evidence.PeriodPart;
import io.yanmen.model.Accumulation;
import io.yanmen.model.Area;
import io.yanmen.model.ObservationStatus;
import io.yanmen.model.Scenario;
import io.yanmen.model.outcome.RejectionCode;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Understands the lines above a table, sheet names and file names: free text in which period, area,
 * unit, plan or provisional figures are looked for. An indicator is taken from a title only when
 * all of the title is understood.
 */
public final class TitleReader {
  private static final Pattern PIECES = Pattern.compile("[\\s\\u3000\\u00A0]{2,}|\\t|\\|");
  private static final Pattern UNIT_LINE = Pattern.compile("\\(?(?:计量|金额|货币|数量)?单位:([^:]+?)\\)?$");
  private static final Pattern UNIT_INSIDE =
      Pattern.compile("\\((?:计量|金额)?单位:([^()]+(?:\\([^()]*\\))?)\\)");
  private static final Pattern METADATA =
      Pattern.compile("(数据库|指标|指标名称|时间|地区|区域|频度|报告期|填报期|所属期|时期):(.*)");
  private static final Pattern PEOPLE_LINE =
      Pattern.compile(
          "(填报单位|编制单位|报送单位|填表人|制表人?|审核人?|负责人|联系人|填报人|报出日期|制表日期|填表日期|打印日期|编报单位|综合机关名称|表号|制定机关|批准文号|有效期至|统计负责人|单位负责人|文号|批准机关|联系电话|电话|上报日期|报送日期|数据来源|资料来源|来源)[:].*");

  /** 全国 at the beginning of a name; behind other words it may only be what is compared with. */
  private static final Pattern NATION = Pattern.compile("(^|[_\\-.\\d年月])全国(?!第|位|排|性|重点|百强)");

  private static final Set<String> NATIONAL_DATABASES = Set.of("年度数据", "季度数据", "月度数据");
  private static final Pattern EACH_AREA =
      Pattern.compile(
          "(?:全市)?(?:分|各)(?:县\\(市[、,]?区\\)|县市区|区县|县区|市县|地区|县\\(区\\)|市州|市|县|省区市|省市区|省)|\\(?分地区\\)?|及各县\\(市[、,]?区\\)");
  private static final Pattern KIND_OF_TABLE =
      Pattern.compile(
          "(?:主要)?(?:(?:以?及|和|与)(?:位次|排名|增速|增幅|增长率|增长速度|增长情况|同比增速|构成|结构|进度|完成情况|占比|增长)|情况|统计表|一览表|明细表|汇总表|进度表|分解表|报表|月报表?|简表|表|统计|汇总|一览|明细|\\d+)$");
  private static final Pattern RESTRICTION =
      Pattern.compile("国有|民营|私营|外资|个体|规模以下|限额以下|乡镇|街道|非公|中央|省属|市属|县属|央企|不变价|其他|部分|除|不含|不包括");
  private static final Pattern PLAN = Pattern.compile("目标|计划|任务");
  private static final Pattern DONE = Pattern.compile("完成|实际|进度|执行");
  private static final Pattern PROVISIONAL = Pattern.compile("快报|初步|预计数|初核");
  private static final Pattern DIGIT_MONTH =
      Pattern.compile("(?<!\\d)((?:19|20)\\d{2})[-_.年]?(0[1-9]|1[0-2])(?!\\d)");

  /** The day of a report, which is no period of its figures. */
  private static final Pattern DAY =
      Pattern.compile("(?:(?:19|20)\\d{2}年)?(?:1[0-2]|0?[1-9])月(?:3[01]|[12]\\d|0?[1-9])日");

  private static final Pattern LAST_DAY =
      Pattern.compile(
          "((?:截[至止](?:到)?)(?:(?:19|20)\\d{2}年)?(?:(?:1[02]|0?[13578])月31|(?:11|0?[469])月30|0?2月2[89])日)");
  private static final Pattern BY_PERIOD = Pattern.compile("历年|逐月|逐季|(?:分|各)(?:月份|月度|季度|年度|月|季|年)");
  private static final String AREA_ENDINGS = "省市县区旗州盟";
  private static final int LONGEST_AREA = 16;
  private static final int LONGEST_TITLE = 120;
  // What is longer is a page of text, spread by spaces or not.
  private static final int LONGEST_LINE = 2000;

  private final AreaNames areas;
  private final TextReader texts;

  TitleReader(AreaNames areas, TextReader texts) {
    this.areas = areas;
    this.texts = texts;
  }

  /** What a line above a table says; it may hold several remarks side by side. */
  public Evidence line(String text, String where) {
    if (text.length() > LONGEST_LINE) {
      return Evidence.NONE;
    }
    Evidence all = Evidence.NONE;
    for (String piece : PIECES.split(text.strip())) {
      all = all.beside(piece(piece, where));
    }
    // A title that is spread by spaces (代   县   统   计   表) says more as a whole.
    if (all.saysNothing() && all.unknown().isEmpty()) {
      return piece(text, where);
    }
    return all;
  }

  /** What the name of a file says; only area and period count. */
  public Evidence fileName(String name) {
    int dot = name.lastIndexOf('.');
    String stem = dot > 0 ? name.substring(0, dot) : name;
    String where = name;
    EvidenceBuilder builder = new EvidenceBuilder(stem, where);
    Matcher digits = DIGIT_MONTH.matcher(NameNormalForm.of(stem));
    if (PeriodWords.inside(NameNormalForm.of(stem), 0).isEmpty() && digits.find()) {
      builder.period(
          PeriodPart.month(Integer.parseInt(digits.group(1)), Integer.parseInt(digits.group(2))));
      return builder.build().beside(free(digits.replaceAll(""), where).onlyAreaAndPeriod());
    }
    return free(NameNormalForm.of(stem), where).onlyAreaAndPeriod();
  }

  public boolean isUnitLine(String text) {
    return UNIT_LINE.matcher(NameNormalForm.of(text)).matches();
  }

  public boolean isMetadata(String text) {
    String plain = NameNormalForm.of(text);
    return METADATA.matcher(plain).matches()
        || PEOPLE_LINE.matcher(plain).matches()
        || UNIT_LINE.matcher(plain).matches();
  }

  private Evidence piece(String piece, String where) {
    String plain = NameNormalForm.of(piece);
    if (plain.isEmpty() || plain.length() > LONGEST_TITLE) {
      return Evidence.NONE;
    }
    if (NameNormalForm.mayBeTraditional(plain)) {
      plain = NameNormalForm.simplified(plain);
    }
    if (PEOPLE_LINE.matcher(plain).matches()) {
      return Evidence.NONE;
    }
    Matcher unitLine = UNIT_LINE.matcher(plain);
    if (unitLine.matches()) {
      return units(unitLine.group(1), piece, where);
    }
    Matcher metadata = METADATA.matcher(plain);
    if (metadata.matches()) {
      return metadata(metadata.group(1), metadata.group(2), where);
    }
    List<Unit> bare = texts.unitList(stripBrackets(plain));
    if (!bare.isEmpty()) {
      EvidenceBuilder builder = new EvidenceBuilder(piece.strip(), where);
      bare.forEach(builder::unit);
      return builder.build();
    }
    Matcher inside = UNIT_INSIDE.matcher(plain);
    if (inside.find()) {
      return units(inside.group(1), piece, where).beside(free(inside.replaceFirst(""), where));
    }
    return free(plain, where);
  }

  private static String stripBrackets(String plain) {
    return plain.startsWith("(") && plain.endsWith(")")
        ? plain.substring(1, plain.length() - 1)
        : plain;
  }

  private Evidence units(String list, String piece, String where) {
    EvidenceBuilder builder = new EvidenceBuilder(piece.strip(), where);
    texts.unitList(list).forEach(builder::unit);
    return builder.build();
  }

  private Evidence metadata(String key, String value, String where) {
    EvidenceBuilder builder = new EvidenceBuilder(key + ":" + value, where);
    switch (key) {
      case "指标", "指标名称" -> {
        return value.isEmpty() ? Evidence.NONE : texts.read(value, where);
      }
      case "数据库" -> {
        // The bureau's databases of that name hold national figures only.
        if (NATIONAL_DATABASES.contains(value)) {
          areas.byCode("100000").ifPresent(a -> builder.area(AreaMention.of(List.of(a))));
        }
      }
      case "地区", "区域" -> {
        List<Area> named = areas.lookup(value);
        if (!named.isEmpty()) {
          builder.area(AreaMention.of(named));
        }
      }
      case "频度" -> Vocabulary.frequency(value).ifPresent(builder::frequency);
      default -> PeriodWords.whole(value).ifPresent(builder::period);
    }
    return builder.build();
  }

  private Evidence free(String plain, String where) {
    EvidenceBuilder builder = new EvidenceBuilder(plain, where);
    String rest = EACH_AREA.matcher(plain).replaceAll("");
    rest = BY_PERIOD.matcher(withoutDays(rest)).replaceAll("");
    rest = unitInBrackets(rest, builder);
    rest = periods(rest, builder);
    rest = area(rest, builder);
    String core = rest;
    String previous;
    do {
      previous = core;
      core = KIND_OF_TABLE.matcher(core).replaceFirst("");
    } while (!core.equals(previous));
    Evidence understood = core.isEmpty() ? Evidence.NONE : texts.read(core, where);
    boolean whole = texts.understands(understood) && understood.area().isEmpty();
    if (whole) {
      return builder.build().beside(withoutRank(understood));
    }
    hints(rest, builder);
    return builder.build();
  }

  /** A table of ranks shows what it ranks too: a column of it has to say that it is the rank. */
  private static Evidence withoutRank(Evidence title) {
    boolean ranks =
        title
            .measure()
            .filter(
                m ->
                    switch (m.value()) {
                      case RANK, RANK_CHANGE, YOY_RANK, YOY_RANK_CHANGE -> true;
                      default -> false;
                    })
            .isPresent();
    return ranks ? title.withoutMeasure().beside(Evidence.RANKING) : title;
  }

  /** 截至4月30日 is the end of April; any other day is when somebody wrote the report. */
  private static String withoutDays(String text) {
    String ends =
        LAST_DAY
            .matcher(text)
            .replaceAll(m -> m.group(1).substring(0, m.group(1).lastIndexOf('月') + 1) + "底");
    return DAY.matcher(ends).replaceAll("");
  }

  /** …情况表（万元）: a bracket at the end that holds nothing but units. */
  private String unitInBrackets(String text, EvidenceBuilder builder) {
    int open = text.lastIndexOf('(');
    if (open <= 0 || !text.endsWith(")")) {
      return text;
    }
    List<Unit> listed = texts.unitList(text.substring(open + 1, text.length() - 1));
    listed.forEach(builder::unit);
    return listed.isEmpty() ? text : text.substring(0, open);
  }

  private static void hints(String rest, EvidenceBuilder builder) {
    if (PLAN.matcher(rest).find()) {
      builder.scenario(Scenario.TARGET);
      if (DONE.matcher(rest).find()) {
        builder.scenario(Scenario.ACTUAL);
      }
    }
    if (PROVISIONAL.matcher(rest).find()) {
      builder.status(ObservationStatus.P);
    }
    if (rest.contains("当月")) {
      builder.accumulation(Accumulation.PERIOD);
    } else if (rest.contains("累计")) {
      builder.accumulation(Accumulation.YTD);
    }
    Matcher restriction = RESTRICTION.matcher(rest);
    if (restriction.find()) {
      builder.unknown(restriction.group(), RejectionCode.UNKNOWN_CONTEXT);
    }
  }

  private static String periods(String text, EvidenceBuilder builder) {
    String rest = text;
    Optional<PeriodWords.Inside> inside = PeriodWords.inside(rest, 0);
    while (inside.isPresent()) {
      builder.period(inside.get().part());
      rest = rest.substring(0, inside.get().start()) + rest.substring(inside.get().end());
      inside = PeriodWords.inside(rest, 0);
    }
    return rest;
  }

  /** The area that a title begins with, or else the first one named in full. */
  private String area(String text, EvidenceBuilder builder) {
    Matcher nation = NATION.matcher(text);
    if (nation.find()) {
      builder.area(AreaMention.of(areas.named("全国")));
      return nation.replaceFirst("$1");
    }
    for (int start = 0; start < text.length(); start++) {
      for (int end = Math.min(text.length(), start + LONGEST_AREA); end >= start + 2; end--) {
        String name = text.substring(start, end);
        boolean full = AREA_ENDINGS.indexOf(name.charAt(name.length() - 1)) >= 0;
        if (start > 0 && !full) {
          continue;
        }
        List<Area> named = areas.named(name);
        if (!named.isEmpty() && !(start > 0 && named.size() > 1)) {
          String after = text.substring(end);
          return text.substring(0, start) + inner(named, after, builder);
        }
      }
    }
    return text;
  }

  /** 忻州市代县…: the innermost area of those named one after the other. */
  private String inner(List<Area> around, String after, EvidenceBuilder builder) {
    for (int end = Math.min(after.length(), LONGEST_AREA); end >= 2; end--) {
      List<Area> within =
          areas.named(after.substring(0, end)).stream()
              .filter(a -> around.stream().anyMatch(o -> areas.isWithin(a, o.code())))
              .toList();
      if (!within.isEmpty()) {
        return inner(within, after.substring(end), builder);
      }
    }
    builder.area(AreaMention.of(around));
    return after;
  }
}
