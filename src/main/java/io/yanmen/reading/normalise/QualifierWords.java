package io.yanmen.reading.normalise;

import io.yanmen.model.Qualifier;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The words around a number that say how exactly, and in which direction: 约, 以上, 下降. */
final class QualifierWords {
  private static final Map<String, Qualifier> BEFORE =
      Map.ofEntries(
          Map.entry("约", Qualifier.ABOUT),
          Map.entry("大约", Qualifier.ABOUT),
          Map.entry("近", Qualifier.ABOUT),
          Map.entry("超", Qualifier.OVER),
          Map.entry("超过", Qualifier.OVER),
          Map.entry("高于", Qualifier.OVER),
          Map.entry(">", Qualifier.OVER),
          Map.entry("不低于", Qualifier.AT_LEAST),
          Map.entry("不少于", Qualifier.AT_LEAST),
          Map.entry("≥", Qualifier.AT_LEAST),
          Map.entry(">=", Qualifier.AT_LEAST),
          Map.entry("不超过", Qualifier.UP_TO),
          Map.entry("不高于", Qualifier.UP_TO),
          Map.entry("控制在", Qualifier.UP_TO),
          Map.entry("≤", Qualifier.UP_TO),
          Map.entry("<=", Qualifier.UP_TO),
          Map.entry("力争", Qualifier.EXACT),
          Map.entry("达", Qualifier.EXACT),
          Map.entry("达到", Qualifier.EXACT),
          Map.entry("=", Qualifier.EXACT),
          Map.entry("", Qualifier.EXACT));
  private static final List<Map.Entry<String, Qualifier>> AFTER =
      List.of(
          Map.entry("及以上", Qualifier.AT_LEAST),
          Map.entry("以上", Qualifier.AT_LEAST),
          Map.entry("余", Qualifier.OVER),
          Map.entry("多", Qualifier.OVER),
          Map.entry("左右", Qualifier.ABOUT),
          Map.entry("上下", Qualifier.ABOUT),
          Map.entry("以内", Qualifier.UP_TO),
          Map.entry("以下", Qualifier.UP_TO),
          Map.entry("之内", Qualifier.UP_TO),
          Map.entry("+", Qualifier.AT_LEAST));
  private static final List<String> RISING =
      List.of("同比增长", "同比上升", "同比提高", "增长", "上升", "提高", "前进", "增加", "进", "升", "增");
  private static final List<String> FALLING =
      List.of("同比下降", "同比减少", "同比降低", "下降", "后退", "降低", "减少", "下滑", "负增长", "退", "降", "减");

  private QualifierWords() {}

  /**
   * What stands behind a number, taken apart.
   *
   * @param rest of the words: a unit, or nothing
   */
  record Suffix(Qualifier qualifier, String rest) {}

  /** What words before a number say, all of them; nothing where they are not understood. */
  static Optional<Qualifier> before(String words) {
    return Optional.ofNullable(BEFORE.get(words));
  }

  /** The words behind one of a fall; nothing where none falls. */
  static Optional<String> afterFalling(String words) {
    return after(words, FALLING);
  }

  /** The words behind one of a rise; nothing where none rises. */
  static Optional<String> afterRising(String words) {
    return after(words, RISING);
  }

  private static Optional<String> after(String words, List<String> directions) {
    return directions.stream()
        .filter(words::startsWith)
        .findFirst()
        .map(it -> words.substring(it.length()));
  }

  static Suffix after(String words) {
    for (Map.Entry<String, Qualifier> entry : AFTER) {
      if (words.endsWith(entry.getKey())) {
        return new Suffix(
            entry.getValue(), words.substring(0, words.length() - entry.getKey().length()));
      }
    }
    return over(words);
  }

  /** 260余人, 2000多万元: the word stands between number and unit. */
  private static Suffix over(String words) {
    for (String over : List.of("余", "多")) {
      if (words.startsWith(over)) {
        return new Suffix(Qualifier.OVER, words.substring(over.length()));
      }
    }
    return new Suffix(Qualifier.EXACT, words);
  }
}
