package io.yanmen.reading;

import io.yanmen.model.Area;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;

/**
 * A table with one thing in it that can be read in two ways, or in none.
 *
 * @param drawing in the notation of {@link TableText}
 * @param cells those that must be refused
 */
record PlantedAmbiguity(String drawing, List<String> cells) {
  private static final List<String> NAMES_OF_TWO_PROVINCES =
      RandomTable.COUNTIES.values().stream()
          .flatMap(List::stream)
          .collect(
              Collectors.groupingBy(
                  Area::nameZh,
                  Collectors.mapping(a -> a.code().substring(0, 2), Collectors.toSet())))
          .entrySet()
          .stream()
          .filter(e -> e.getValue().size() > 1)
          .map(Map.Entry::getKey)
          .sorted()
          .toList();

  static PlantedAmbiguity draw(Random random) {
    Area city = RandomTable.CITIES.get(random.nextInt(RandomTable.CITIES.size()));
    List<Area> counties = RandomTable.COUNTIES.getOrDefault(city.code(), List.of());
    Area county = counties.get(random.nextInt(counties.size()));
    String span = (2015 + random.nextInt(11)) + "年1-" + (2 + random.nextInt(11)) + "月";
    int year = 2015 + random.nextInt(11);
    String indicator = pick(random, "固定资产投资", "社会消费品零售总额", "税收收入", "民间投资");
    int value = 1 + random.nextInt(9_999);
    String inCity = city.nameZh() + span + "主要指标\n";
    String row = county.nameZh() + " | " + value;
    return switch (random.nextInt(18)) {
      case 0 -> {
        String name = NAMES_OF_TWO_PROVINCES.get(random.nextInt(NAMES_OF_TWO_PROVINCES.size()));
        yield in(year + "年\n县区 | 税收收入（万元）\n" + name + " | " + value, "B3");
      }
      case 1 -> in(inCity + "单位：万元、亿元\n县区 | " + indicator + "\n" + row, "B4");
      case 2 -> in(inCity + "县区 | " + indicator + "\n" + row, "B3");
      case 3 -> in(city.nameZh() + year + "年4月主要指标\n县区 | " + indicator + "（万元）\n" + row, "B3");
      case 4 ->
          in(inCity + "县区 | 工业投资（万元） | " + indicator + "（万元） | 增长（%）\n" + row + " | 5 | 3", "D3");
      case 5 -> in(inCity + "县区 | " + indicator + "（万元） | 增长（%） | 位次\n" + row + " | 5 | 3", "D3");
      case 6 ->
          in(
              city.nameZh() + span + indicator + "（万元）\n县区 | 2013年 | 2014年\n" + row + " | 5",
              "B3",
              "C3");
      case 7 ->
          in(city.nameZh() + "风电装机容量（万千瓦）\n时间 | " + county.nameZh() + "\n2016.1 | " + value, "B3");
      case 8 ->
          in(
              city.nameZh()
                  + "主要指标\n指标 | 单位 | 2024年完成 | 2025年目标 | 增长%\n"
                  + indicator
                  + " | 万元 | 5 | 6 | 20",
              "E3");
      case 9 ->
          in(inCity + "县区 | " + pick(random, "全社会", "大型项目") + indicator + "（万元）\n" + row, "B3");
      case 10 -> in(city.nameZh() + year + "年主要指标\n县区 | " + indicator + "累计（万元）\n" + row, "B3");
      case 11 ->
          in(inCity + "县区 | " + indicator + pick(random, "（万美元）", "（亿美元）") + "\n" + row, "B3");
      case 12 -> in(city.nameZh() + span + "目标完成情况\n县区 | " + indicator + "（万元）\n" + row, "B3");
      case 13 ->
          in(
              inCity + "县区 | " + indicator + "（万元）\n" + county.nameZh() + " | (" + value + ")",
              "B3");
      case 14 -> in(inCity + "县区 | " + indicator + "（万元）\n" + row + "\n合计 | 9", "B4");
      case 15 ->
          in(
              city.nameZh()
                  + year
                  + "年4月\n县区 | "
                  + indicator
                  + "当月（万元） | 累计 | 位次\n"
                  + row
                  + " | 5 | 3",
              "D3");
      case 16 ->
          in(
              inCity + "县区 | " + indicator + "（万元）\n" + county.nameZh() + " | " + value + " 5.1",
              "B3");
      default ->
          in(
              inCity + "县区 | 行业 | " + indicator + "（万元）\n" + county.nameZh() + " | 采矿 | " + value,
              "C3");
    };
  }

  private static PlantedAmbiguity in(String drawing, String... cells) {
    return new PlantedAmbiguity(drawing, List.of(cells));
  }

  private static String pick(Random random, String... words) {
    return words[random.nextInt(words.length)];
  }
}
