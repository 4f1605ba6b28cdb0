package io.yanmen.reading.interpret.word;

import io.yanmen.catalog.AreaNames;
import io.yanmen.catalog.IndicatorNames;
import io.yanmen.catalog.LearnedNames;
import io.yanmen.catalog.NameNormalForm;
import io.yanmen.catalog.Unit;
import io.yanmen.catalog.UnitGrammar;
import io.yanmen.evidence.Evidence;
import io.yanmen.model.outcome.RejectionCode;
import io.yanmen.reading.interpret.vocabulary.EvidenceBuilder;
import io.yanmen.reading.interpret.vocabulary.Vocabulary;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Understands the text of one header or label completely, or says which words it does not
 * understand.
 *
 * <p>Words are taken off both ends of the text (unit in brackets, measure, span, period, plan or
 * actual) until what is left is, as a whole, a name of the catalogue. What is left and is no name
 * makes the text unknown: a name that only contains a known name is something else.
 */
public final class TextReader {
  private static final Pattern COMPARED_YEARS =
      Pattern.compile("((?:19|20)\\d{2})年?[比较]((?:19|20)\\d{2})年");
  private static final int LONGEST = 80;
  // With the spaces that spread it; what is longer is a page of text.
  private static final int LONGEST_WRITTEN = 2000;

  private final WordPeeler peeler;
  private final UnitLists lists;
  private final TaughtWords taught;
  private final Pattern measuresNotHeld;

  TextReader(
      AreaNames areas,
      IndicatorNames indicators,
      UnitGrammar units,
      Vocabulary vocabulary,
      TaughtWords taught,
      Pattern measuresNotHeld) {
    this.taught = taught;
    this.measuresNotHeld = measuresNotHeld;
    this.lists = new UnitLists(units);
    this.peeler =
        new WordPeeler(new NameReader(areas, indicators, vocabulary), units, lists, vocabulary);
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
    if (read.unknown().isEmpty() || plain.length() > LONGEST) {
      return read;
    }
    Optional<LearnedNames.Word> word = taught.word(plain);
    if (word.isPresent()) {
      return word.get()
          .means()
          .map(it -> read(NameNormalForm.of(it), written, where, mayBePart))
          .orElse(Evidence.NONE);
    }
    return NameNormalForm.mayBeTraditional(text)
        ? read(NameNormalForm.simplified(plain), written, where, mayBePart)
        : read;
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
    String rest = peeler.peel(comparedYears(plain), builder);
    if (!rest.isEmpty()) {
      Matcher notHeld = measuresNotHeld.matcher(comparedYears(plain));
      if (notHeld.find()) {
        // 比 is left of 比2019年, which is what is not held.
        String words = notHeld.group();
        builder.unknown(rest.contains(words) ? rest : words, RejectionCode.UNSUPPORTED_MEASURE);
      } else {
        builder.unknown(rest, RejectionCode.UNKNOWN_INDICATOR);
      }
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

  /** The units that a text is, in brackets or not; nothing where it is anything else. */
  public Evidence unitsAlone(String plain, String text, String where) {
    boolean inBrackets = plain.startsWith("(") && plain.endsWith(")");
    EvidenceBuilder builder = new EvidenceBuilder(text.strip(), where);
    unitList(inBrackets ? plain.substring(1, plain.length() - 1) : plain).forEach(builder::unit);
    return builder.build();
  }

  /** All units of a list such as 万元、%; empty unless every part is a unit. */
  public List<Unit> unitList(String text) {
    return lists.of(text);
  }
}
