package io.yanmen.reading.interpret.vocabulary;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The words at the head of a column, or of a row of heads, that say what it is for: 地区, 指标, 单位. */
final class HeadRoleWords {
  private static final Map<String, HeadRole> ROLES = all();

  /** 地州市, 各县（区）: levels of areas in any order; 市区 alone is a part of a city. */
  private static final Pattern LEVELS =
      Pattern.compile(
          "(?:各|所辖|所属)?(?!市区$)(?:地(?=[(州盟市]))?"
              + "(?:[省州盟市县区旗]|[、,/](?=[州盟市县区旗])|\\([州盟市县区旗、,/]+\\)){1,8}(?:别|名|名称)?");

  private static final String LEVEL_BEGINNINGS = "各所地省州盟市县区旗";
  private static final int LONGEST_LEVELS = 12;

  private HeadRoleWords() {}

  static Optional<HeadRole> role(String plain) {
    HeadRole listed = ROLES.get(plain.toLowerCase(Locale.ROOT));
    return listed == null && areLevels(plain)
        ? Optional.of(HeadRole.AREA)
        : Optional.ofNullable(listed);
  }

  /** Names of rows are asked for too: most of them begin otherwise. */
  private static boolean areLevels(String plain) {
    return !plain.isEmpty()
        && plain.length() <= LONGEST_LEVELS
        && LEVEL_BEGINNINGS.indexOf(plain.charAt(0)) >= 0
        && LEVELS.matcher(plain).matches();
  }

  private static Map<String, HeadRole> all() {
    Map<String, HeadRole> words = new HashMap<>();
    add(
        words,
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
    add(
        words,
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
    add(
        words,
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
    add(
        words,
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
    add(words, HeadRole.INDICATOR_CODE, "指标代码", "指标编码", "indicatorcode", "indicator_code", "指标id");
    add(
        words,
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
    add(words, HeadRole.UNIT, "单位", "计量单位", "数量单位", "unit", "units", "unit_measure", "指标单位");
    add(words, HeadRole.MEASURE, "measure", "度量", "指标类型", "数据类型", "类型", "口径类型", "值类型");
    add(words, HeadRole.SCENARIO, "scenario", "情景", "性质");
    add(words, HeadRole.FREQUENCY, "频度", "频率", "frequency", "freq");
    add(words, HeadRole.ACCUMULATION, "accumulation", "口径", "统计口径", "累计方式");
    add(words, HeadRole.QUALIFIER, "qualifier");
    add(words, HeadRole.STATUS, "status", "obs_status", "数据状态");
    add(
        words,
        HeadRole.NOTE,
        "来源",
        "数据来源",
        "资料来源",
        "责任单位",
        "牵头单位",
        "责任部门",
        "填报单位",
        "报送单位",
        "更新时间",
        "填报人",
        "联系人",
        "责任领导",
        "配合单位",
        "建设单位",
        "联系电话",
        "source",
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
        "指标来源",
        "发布方",
        "发布机构",
        "发布单位",
        "数据发布方");
    add(
        words,
        HeadRole.REMARK,
        "备注",
        "说明",
        "注",
        "注释",
        "note",
        "notes",
        "remark",
        "remarks",
        "comment");
    add(
        words,
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
    return Map.copyOf(words);
  }

  private static void add(Map<String, HeadRole> words, HeadRole role, String... some) {
    for (String word : some) {
      words.put(word, role);
    }
  }
}
