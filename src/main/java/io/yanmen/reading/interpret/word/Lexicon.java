package io.yanmen.reading.interpret.word;

import io.yanmen.catalog.AreaNames;
import io.yanmen.catalog.Breakdown;
import io.yanmen.catalog.HarmlessWords;
import io.yanmen.catalog.IndicatorNames;
import io.yanmen.catalog.LearnedNames;
import io.yanmen.catalog.NameNormalForm;
import io.yanmen.catalog.WordLists;
import io.yanmen.catalog.WordMeaning;
import io.yanmen.evidence.AreaMention;
import io.yanmen.evidence.Evidence;
import io.yanmen.evidence.PeriodPart;
import io.yanmen.reading.interpret.vocabulary.Anchor;
import io.yanmen.reading.interpret.vocabulary.PeriodWords;
import io.yanmen.reading.interpret.vocabulary.SpansNotHeld;
import io.yanmen.reading.interpret.vocabulary.Vocabulary;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** All that may be recognised at one place of a text. */
final class Lexicon {
  private static final String AREA_ENDINGS = "省市县区旗州盟";
  private static final int LONGEST_AREA = 16;
  private static final int LONGEST_WORD = 40;
  private static final int MARK_OF_A_YEAR = 3;
  private static final int CODE_DIGITS = 6;
  private static final Pattern AREA_CODE =
      Pattern.compile("(?<![\\p{L}\\p{N}.])\\d{6}(?![\\p{L}\\p{N}.])");
  private static final Pattern BARE_YEAR = Pattern.compile("(?<!\\d)(?:19|20)\\d{2}(?!\\d)");
  private static final Pattern DIGIT_MONTH =
      Pattern.compile("(?<!\\d)((?:19|20)\\d{2})[-_.年]?(0[1-9]|1[0-2])(?!\\d)");
  private static final Pattern UNIT_IN_BRACKETS =
      Pattern.compile("\\((?:(?:计量|金额|货币|数量)?单位:)?((?:[^()]|\\([^()]*\\))+)\\)");

  private final AreaNames areas;
  private final IndicatorNames indicators;
  private final TextReader texts;
  private final Vocabulary vocabulary;
  private final TaughtWords taught;
  private final HarmlessWords harmless;
  private final List<HarmlessWords.Form> forms;
  private final Pattern measuresNotHeld;
  private final Map<String, WordMeaning> meanings = new HashMap<>();

  Lexicon(
      AreaNames areas,
      IndicatorNames indicators,
      TextReader texts,
      Vocabulary vocabulary,
      WordLists lists,
      TaughtWords taught) {
    this.areas = areas;
    this.indicators = indicators;
    this.texts = texts;
    this.vocabulary = vocabulary;
    this.taught = taught;
    this.harmless = lists.harmless();
    this.forms = lists.harmless().forms();
    this.measuresNotHeld = lists.measuresNotHeld();
    lists.meanings().forEach(m -> meanings.put(m.words(), m));
  }

  /** What the scenario or status words of a piece mean. */
  Optional<WordMeaning> meaning(String words) {
    return Optional.ofNullable(meanings.get(words));
  }

  /** Whether words that are left over speak of a growth that no series holds. */
  boolean isMeasureNotHeld(String text, Piece left) {
    return measuresNotHeld
        .matcher(text)
        .results()
        .anyMatch(it -> it.start() < left.end() && left.start() < it.end());
  }

  /** The parts of indicators that a heading may name. */
  List<Breakdown> parts(Piece heading) {
    return indicators.breakdowns().named(heading.text());
  }

  /** 完成进度, 进展: words for how far the things of a table got. */
  boolean isProgress(String words) {
    return harmless.kind(words).filter(it -> it == HarmlessWords.Kind.PROGRESS).isPresent();
  }

  /** Whether a name says that it is one of an area: 代县, not 代. */
  static boolean isFullName(String word) {
    return AREA_ENDINGS.indexOf(word.charAt(word.length() - 1)) >= 0;
  }

  /** Every piece that begins at a place of a text. */
  List<Piece> at(String plain, int from, Place place) {
    List<Piece> found = new ArrayList<>();
    periods(plain, from, found);
    // A sheet or file that is called 2023, 202503, q1 or 1-5 and nothing else.
    if (place.isName() && from == 0 && PeriodWords.said(plain).isPresent()) {
      found.add(piece(Piece.Kind.PERIOD, plain, 0, plain.length()));
    }
    unit(plain, from, found);
    for (int end = from + 1; end <= Math.min(plain.length(), from + LONGEST_WORD); end++) {
      word(plain, from, end, place, found);
    }
    if (place.isName() && isMark(plain.codePointAt(from))) {
      found.add(piece(Piece.Kind.HARMLESS, plain, from, from + 1));
    }
    for (HarmlessWords.Form form : forms) {
      Matcher matcher = Anchor.at(form.pattern(), plain, from);
      if (mayStand(form.kind(), place)
          && matcher.lookingAt()
          && matcher.end() > from
          && !(form.kind() == HarmlessWords.Kind.PLACEHOLDER
              && mayMean(plain, from, matcher.end()))) {
        found.add(piece(kind(form.kind()), plain, from, matcher.end()));
      }
    }
    return found;
  }

  /** 2025E is no year beside a letter; and who calls a sheet forecast means it. */
  private boolean mayMean(String plain, int from, int end) {
    char before = from == 0 ? '_' : plain.charAt(from - 1);
    boolean letters = Character.isLetter(plain.charAt(from));
    boolean ofTime = Character.isDigit(before) || "年月季度".indexOf(before) >= 0;
    return letters && plain.charAt(from) < '\u007F' && ofTime && isShort(plain, from)
        || !vocabulary.said(plain.substring(from, end).toLowerCase(Locale.ROOT)).saysNothing();
  }

  private static boolean isShort(String plain, int from) {
    return plain.substring(from).chars().takeWhile(Character::isLetter).count() <= MARK_OF_A_YEAR;
  }

  /** A mark in the name of a sheet or file, but for those that are a unit: %, ‰ and currencies. */
  private static boolean isMark(int character) {
    return !Character.isLetterOrDigit(character)
        && !Character.isSurrogate((char) character)
        && Character.getType(character) != Character.CURRENCY_SYMBOL
        && character != '%'
        && character != '‰';
  }

  private static void periods(String plain, int from, List<Piece> found) {
    for (PeriodWords.Inside period : PeriodWords.at(plain, from)) {
      found.add(piece(Piece.Kind.PERIOD, plain, from, period.end()));
    }
    int span = SpansNotHeld.end(plain, from);
    if (span > 0) {
      found.add(piece(Piece.Kind.SPAN_NOT_HELD, plain, from, span));
    }
    int day = PeriodWords.day(plain, from);
    if (day > 0) {
      found.add(piece(Piece.Kind.DAY, plain, from, day));
    }
    for (Pattern digits : List.of(BARE_YEAR, DIGIT_MONTH)) {
      Matcher matcher = Anchor.at(digits, plain, from);
      if (matcher.lookingAt()) {
        found.add(piece(Piece.Kind.PERIOD, plain, from, matcher.end()));
      }
    }
  }

  /** The month that digits alone are: 202504, 2025-04. */
  static Optional<PeriodPart> monthInDigits(String piece) {
    Matcher digits = DIGIT_MONTH.matcher(piece);
    return digits.matches()
        ? Optional.of(
            PeriodPart.month(Integer.parseInt(digits.group(1)), Integer.parseInt(digits.group(2))))
        : Optional.empty();
  }

  private static Piece piece(Piece.Kind kind, String plain, int from, int end) {
    return new Piece(kind, plain.substring(from, end), from, end);
  }

  private void unit(String plain, int from, List<Piece> found) {
    if (plain.charAt(from) != '(') {
      return;
    }
    Matcher matcher = Anchor.at(UNIT_IN_BRACKETS, plain, from);
    if (matcher.lookingAt() && !texts.unitList(matcher.group(1)).isEmpty()) {
      found.add(new Piece(Piece.Kind.UNIT, matcher.group(1), from, matcher.end()));
    }
  }

  private void word(String plain, int from, int end, Place place, List<Piece> found) {
    String word = plain.substring(from, end);
    harmless
        .kind(word)
        .filter(k -> mayStand(k, place))
        .ifPresent(k -> found.add(piece(kind(k), plain, from, end)));
    if (word.length() < 2) {
      return;
    }
    taught.word(word).ifPresent(t -> found.addAll(taught(t, plain, from, end)));
    if (word.length() <= LONGEST_AREA && isArea(plain, from, word, place)) {
      found.add(piece(Piece.Kind.AREA, plain, from, end));
    }
    if (vocabulary.total(word).filter(t -> t != AreaMention.Total.SUM).isPresent()) {
      found.add(piece(Piece.Kind.COLLECTIVE, plain, from, end));
    }
    if (!indicators.lookup(word).isEmpty()) {
      found.add(piece(Piece.Kind.INDICATOR, plain, from, end));
    }
    WordMeaning meaning = meanings.get(word);
    if (meaning != null) {
      boolean scenario = meaning.facet().equals("scenario");
      found.add(piece(scenario ? Piece.Kind.SCENARIO : Piece.Kind.STATUS, plain, from, end));
    }
    Evidence said = vocabulary.said(word);
    boolean listed =
        harmless.kind(word).filter(k -> k == HarmlessWords.Kind.MEASURE_LIST).isPresent();
    if (said.measure().isPresent() && !listed) {
      found.add(piece(Piece.Kind.MEASURE, plain, from, end));
    } else if (said.accumulation().isPresent()) {
      found.add(piece(Piece.Kind.ACCUMULATION, plain, from, end));
    }
  }

  /** A word that people taught is a piece of the kind that what it stands for is. */
  private List<Piece> taught(LearnedNames.Word word, String plain, int from, int end) {
    return word.means()
        .map(
            it ->
                meant(it).stream()
                    .map(kind -> new Piece(kind, NameNormalForm.of(it), from, end))
                    .toList())
        .orElseGet(() -> List.of(piece(Piece.Kind.HARMLESS, plain, from, end)));
  }

  /** All that a text may be that is one piece as a whole; nothing where it is none. */
  Set<Piece.Kind> meant(String text) {
    String plain = NameNormalForm.of(text);
    return plain.isEmpty()
        ? Set.of()
        : at(plain, 0, Place.TITLE).stream()
            .filter(it -> it.length() == plain.length())
            .map(Piece::kind)
            .collect(Collectors.toCollection(() -> EnumSet.noneOf(Piece.Kind.class)));
  }

  /**
   * A name in full, or a short one where areas stand: at the beginning. A code stands for its area
   * in names of files and sheets, by itself.
   */
  private boolean isArea(String plain, int from, String word, Place place) {
    if (Character.isDigit(word.charAt(0))) {
      return place.isName()
          && word.length() == CODE_DIGITS
          && Anchor.at(AREA_CODE, plain, from).lookingAt()
          && !areas.named(word).isEmpty();
    }
    return (isFullName(word) || from == 0 || isBehindName(plain, from))
        && !areas.named(word).isEmpty();
  }

  /** Behind an area (忻州市代县), a period (2025年代县) or a mark (（代县）). */
  private static boolean isBehindName(String plain, int from) {
    char before = plain.charAt(from - 1);
    return AREA_ENDINGS.indexOf(before) >= 0
        || "年月度_-(:《“.、".indexOf(before) >= 0
        || Character.isDigit(before);
  }

  private static boolean mayStand(HarmlessWords.Kind kind, Place place) {
    return switch (kind) {
      case PLACEHOLDER -> place.isName();
      case NOTE -> place == Place.NOTE;
      case SUBJECT -> place != Place.SECTION;
      default -> true;
    };
  }

  private static Piece.Kind kind(HarmlessWords.Kind kind) {
    return switch (kind) {
      case FIELD, SUBJECT -> Piece.Kind.FIELD;
      case GENERIC -> Piece.Kind.GENERIC;
      case DOCUMENT -> Piece.Kind.DOCUMENT;
      case PROGRESS -> Piece.Kind.PROGRESS;
      case OFFICE -> Piece.Kind.OFFICE;
      case COLLECTIVE -> Piece.Kind.COLLECTIVE;
      case COUNTED -> Piece.Kind.COUNTED;
      case CONNECTIVE -> Piece.Kind.CONNECTIVE;
      case MEASURE_LIST -> Piece.Kind.MEASURE_LIST;
      case NUMBERING, SECRECY, BY_DIMENSION, NOTE, PLACEHOLDER -> Piece.Kind.HARMLESS;
    };
  }
}
