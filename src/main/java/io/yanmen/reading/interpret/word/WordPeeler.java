package io.yanmen.reading.interpret.word;

import io.yanmen.catalog.Breakdown;
import io.yanmen.catalog.Unit;
import io.yanmen.catalog.UnitGrammar;
import io.yanmen.evidence.AreaMention;
import io.yanmen.evidence.PartName;
import io.yanmen.reading.interpret.vocabulary.EvidenceBuilder;
import io.yanmen.reading.interpret.vocabulary.PeriodEdges;
import io.yanmen.reading.interpret.vocabulary.RankWords;
import io.yanmen.reading.interpret.vocabulary.Vocabulary;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Takes words off both ends of a text: numbering, remarks in brackets, measures, spans, periods,
 * areas, parts and units, until what is left is a name as a whole or none of these.
 */
final class WordPeeler {
  private static final Pattern NUMBERING =
      Pattern.compile(
          "^(?:[一二三四五六七八九十]{1,3}[、.,]|\\d{1,2}[、.](?!\\d)|\\([一二三四五六七八九十\\d]{1,3}\\)|#|\\*|-(?=\\D)|其中:?|其:|:)");
  private static final Pattern FOOTNOTE = Pattern.compile("[*#:]+$");
  private static final int LONGEST_UNIT = 8;
  private static final int LONGEST_PART = 22;

  private final NameReader names;
  private final UnitGrammar units;
  private final UnitLists lists;
  private final Vocabulary vocabulary;

  WordPeeler(NameReader names, UnitGrammar units, UnitLists lists, Vocabulary vocabulary) {
    this.names = names;
    this.units = units;
    this.lists = lists;
    this.vocabulary = vocabulary;
  }

  /**
   * Tells a builder what the words of a text say.
   *
   * @return what is left and not understood; empty if all is
   */
  String peel(String text, EvidenceBuilder builder) {
    return peel(text, builder, 0);
  }

  private String peel(String text, EvidenceBuilder builder, int depth) {
    String rest = text;
    while (!rest.isEmpty()) {
      if (names.read(rest, builder)) {
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

  /** Takes one group of words off the text; the same text if none is known. */
  private String step(String text, EvidenceBuilder builder, int depth) {
    String rest = numbering(text);
    if (rest.equals(text)) {
      rest = bracket(text, builder, depth);
    }
    if (rest.equals(text)) {
      rest = RankWords.take(text, builder);
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
      rest = PeriodEdges.takeFirst(text, builder);
    }
    if (rest.equals(text)) {
      rest = PeriodEdges.takeLast(text, builder);
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
    List<Unit> listed = lists.of(remark);
    if (!listed.isEmpty()) {
      listed.forEach(builder::unit);
      return true;
    }
    String[] parts = UnitLists.parts(remark);
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

  /** 忻州市固定资产投资: only where all that follows is understood. */
  private String areaAtStart(String text, EvidenceBuilder builder, int depth) {
    if (depth > 2) {
      return text;
    }
    for (int end = Math.min(text.length() - 2, 16); end >= 2; end--) {
      String name = text.substring(0, end);
      Optional<AreaMention> mention = names.area(name);
      if (mention.isEmpty()) {
        continue;
      }
      EvidenceBuilder probe = builder.probe();
      if (peel(text.substring(end), probe, depth + 2).isEmpty() && probe.hasIndicator()) {
        builder.area(mention.get());
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
      List<Breakdown> parts = names.parts(text.substring(0, end));
      if (parts.isEmpty()) {
        continue;
      }
      EvidenceBuilder probe = new EvidenceBuilder("", "");
      boolean named = peel(text.substring(end), probe, depth + 2).isEmpty();
      List<Breakdown> fitting = named ? names.fitting(parts, probe.indicators()) : List.of();
      if (!fitting.isEmpty()) {
        builder.part(new PartName(fitting, Optional.empty()));
        return text.substring(end);
      }
    }
    return text;
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
