package io.yanmen.reading.interpret;

import io.yanmen.catalog.AreaNames;
import io.yanmen.model.Area;
import io.yanmen.model.AreaLevel;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * 十四县（市、区）: how many counties a title speaks of. Where the area around has as many, of the kinds
 * that are named, they are all of them and the number changes nothing; else the table tells of some
 * of them, nobody knows which.
 *
 * @param around the areas named for the table, nearest first, each as all bearers of its name
 */
record NumberOfCounties(AreaNames names, List<List<Area>> around) {
  // Of other days the catalogue does not know how many there were.
  private static final int TODAY = 0;
  private static final String ONES = "一二三四五六七八九";
  private static final Pattern COUNTED =
      Pattern.compile("(\\d{1,2}|[" + ONES + "]?十[" + ONES + "]?|[" + ONES + "])个?([县市区旗(、,)]+)");

  /** Whether words only count all counties of the area around. */
  boolean isOfAll(String words) {
    Matcher counted = COUNTED.matcher(words);
    return counted.matches()
        && around.stream()
            .map(it -> names.asOf(it, TODAY))
            .filter(it -> it.size() == 1)
            .map(it -> names.children(it.get(0).code()))
            .map(it -> it.stream().filter(a -> a.level() == AreaLevel.COUNTY).toList())
            .anyMatch(
                it ->
                    it.size() == number(counted.group(1))
                        && it.stream().allMatch(a -> isOfKind(a, counted.group(2))));
  }

  private static boolean isOfKind(Area county, String kinds) {
    String name = county.nameZh();
    return kinds.indexOf(name.charAt(name.length() - 1)) >= 0;
  }

  private static int number(String text) {
    if (Character.isDigit(text.charAt(0))) {
      return Integer.parseInt(text);
    }
    int ten = text.indexOf('十');
    if (ten < 0) {
      return 1 + ONES.indexOf(text);
    }
    int tens = ten == 0 ? 1 : 1 + ONES.indexOf(text.charAt(0));
    int ones = ten == text.length() - 1 ? 0 : 1 + ONES.indexOf(text.charAt(ten + 1));
    return 10 * tens + ones;
  }
}
