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
import io.yanmen.reading.interpret.vocabulary.EvidenceBuilder;
import io.yanmen.reading.interpret.vocabulary.PeriodWords;
import io.yanmen.reading.interpret.vocabulary.Vocabulary;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Understands the lines above a table, sheet names and file names: free text that is taken apart
 * completely. Words that are left over are told as evidence too, since they may change what the
 * figures below mean.
 */
public final class TitleReader {
  private static final Pattern PIECES = Pattern.compile("[\\s\\u3000\\u00A0]{2,}|\\t|\\|");
  private static final Pattern UNIT_LINE = Pattern.compile("\\(?(?:计量|金额|货币|数量)?单位:([^:]+?)\\)?$");
  private static final Pattern UNIT_INSIDE =
      Pattern.compile("\\((?:计量|金额)?单位:([^()]+(?:\\([^()]*\\))?)\\)");
  private static final Set<String> NATIONAL_DATABASES = Set.of("年度数据", "季度数据", "月度数据");
  private static final Pattern DONE = Pattern.compile("完成|实际|进度|执行");
  private static final Pattern DIGIT_MONTH =
      Pattern.compile("((?:19|20)\\d{2})[-_.年]?(0[1-9]|1[0-2])");
  private static final int LONGEST_TITLE = 120;
  // What is longer is a page of text, spread by spaces or not.
  private static final int LONGEST_LINE = 2000;

  private final AreaNames areas;
  private final TextReader texts;
  private final Lexicon lexicon;
  private final Accounting accounting;
  private final Map<String, String> lineKeys;

  TitleReader(
      AreaNames areas,
      TextReader texts,
      Lexicon lexicon,
      Accounting accounting,
      Map<String, String> lineKeys) {
    this.areas = areas;
    this.texts = texts;
    this.lexicon = lexicon;
    this.accounting = accounting;
    this.lineKeys = lineKeys;
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
    if ((all.saysNothing() || !all.unknown().isEmpty()) && PIECES.matcher(text.strip()).find()) {
      Evidence whole = piece(text, where);
      return whole.unknown().isEmpty() ? whole : all;
    }
    return all;
  }

  /** What the name of a file says: area, period and scenario, and what is not understood. */
  public Evidence fileName(String name) {
    int dot = name.lastIndexOf('.');
    String stem = dot > 0 ? name.substring(0, dot) : name;
    return named(NameNormalForm.of(stem), Place.FILE_NAME, name);
  }

  /** What the name of a sheet says; empty names say nothing. */
  public Evidence sheetName(String name) {
    String plain = NameNormalForm.of(name);
    if (plain.isEmpty()) {
      return Evidence.NONE;
    }
    Evidence whole = texts.read(name, name);
    return texts.understands(whole) ? whole : named(plain, Place.SHEET_NAME, name);
  }

  private Evidence named(String plain, Place place, String where) {
    if (plain.isEmpty() || plain.length() > LONGEST_LINE) {
      return Evidence.NONE;
    }
    Account account = accounting.take(simplified(plain), place);
    EvidenceBuilder builder = new EvidenceBuilder(plain, where);
    periods(account, builder);
    areas(account, builder);
    scenario(account, builder);
    leftover(account, builder);
    return builder.build();
  }

  public boolean isUnitLine(String text) {
    return UNIT_LINE.matcher(NameNormalForm.of(text)).matches();
  }

  public boolean isMetadata(String text) {
    String plain = NameNormalForm.of(text);
    return key(plain).isPresent() || UNIT_LINE.matcher(plain).matches();
  }

  /** What stands behind the colon of a line like 地区：代县. */
  private Optional<String> key(String plain) {
    int colon = plain.indexOf(':');
    return colon <= 0
        ? Optional.empty()
        : Optional.ofNullable(lineKeys.get(plain.substring(0, colon)));
  }

  private static String simplified(String plain) {
    return NameNormalForm.mayBeTraditional(plain) ? NameNormalForm.simplified(plain) : plain;
  }

  private Evidence piece(String piece, String where) {
    String plain = NameNormalForm.of(piece);
    if (plain.isEmpty() || plain.length() > LONGEST_TITLE) {
      return Evidence.NONE;
    }
    plain = simplified(plain);
    Optional<String> key = key(plain);
    if (key.isPresent()) {
      return metadata(key.get(), plain, where);
    }
    Matcher unitLine = UNIT_LINE.matcher(plain);
    if (unitLine.matches()) {
      return units(unitLine.group(1), piece, where);
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

  private Evidence metadata(String means, String plain, String where) {
    EvidenceBuilder builder = new EvidenceBuilder(plain, where);
    String value = plain.substring(plain.indexOf(':') + 1);
    if (value.isEmpty()) {
      return Evidence.NONE;
    }
    switch (means) {
      case "indicator" -> {
        return texts.read(value, where);
      }
      case "database" -> {
        // The bureau's databases of that name hold national figures only.
        if (NATIONAL_DATABASES.contains(value)) {
          areas.byCode("100000").ifPresent(a -> builder.area(AreaMention.of(List.of(a))));
        }
      }
      case "area" -> {
        List<Area> named = areas.lookup(value);
        if (named.isEmpty()) {
          builder.unknown(value, RejectionCode.UNKNOWN_AREA);
        } else {
          builder.area(AreaMention.of(named));
        }
      }
      case "frequency" -> Vocabulary.frequency(value).ifPresent(builder::frequency);
      case "period" -> PeriodWords.whole(value).ifPresent(builder::period);
      default -> {}
    }
    return builder.build();
  }

  private Evidence free(String plain, String where) {
    if (plain.isEmpty()) {
      return Evidence.NONE;
    }
    Account account = accounting.take(plain, Place.TITLE);
    EvidenceBuilder builder = new EvidenceBuilder(plain, where);
    account.all(Piece.Kind.UNIT).forEach(p -> texts.unitList(p.text()).forEach(builder::unit));
    periods(account, builder);
    areas(account, builder);
    scenario(account, builder);
    for (Piece status : account.all(Piece.Kind.STATUS)) {
      lexicon
          .meaning(status.text())
          .ifPresent(m -> builder.status(ObservationStatus.valueOf(m.value())));
    }
    leftover(account, builder);
    Evidence subject = subject(account, where);
    if (subject.saysNothing()) {
      spans(account, builder);
    }
    return builder.build().beside(subject);
  }

  private static void periods(Account account, EvidenceBuilder builder) {
    // A number alone is no title; where it is a head, it is read as one.
    List<Piece> named =
        account.pieces().size() == 1 && isNumber(account.text())
            ? List.of()
            : account.all(Piece.Kind.PERIOD);
    for (Piece piece : named) {
      Matcher digits = DIGIT_MONTH.matcher(piece.text());
      if (digits.matches()) {
        builder.period(
            PeriodPart.month(Integer.parseInt(digits.group(1)), Integer.parseInt(digits.group(2))));
      } else {
        PeriodWords.said(piece.text()).ifPresent(builder::period);
      }
    }
  }

  private static boolean isNumber(String text) {
    return text.chars().allMatch(Character::isDigit);
  }

  private static void spans(Account account, EvidenceBuilder builder) {
    if (account.text().contains("当月")) {
      builder.accumulation(Accumulation.PERIOD);
    } else if (account.text().contains("累计")) {
      builder.accumulation(Accumulation.YTD);
    }
  }

  /** A plan and how far it got stand in one table: the columns have to say which is which. */
  private void scenario(Account account, EvidenceBuilder builder) {
    for (Piece piece : account.all(Piece.Kind.SCENARIO)) {
      Optional<Scenario> scenario = lexicon.meaning(piece.text()).map(m -> Scenario.of(m.value()));
      scenario.ifPresent(builder::scenario);
      boolean done =
          account.all(Piece.Kind.PROGRESS).stream().anyMatch(p -> DONE.matcher(p.text()).find());
      if (done && scenario.filter(s -> s == Scenario.TARGET).isPresent()) {
        builder.scenario(Scenario.ACTUAL);
      }
    }
  }

  /** 忻州市代县…: the innermost area of those that lie one within the other. */
  private void areas(Account account, EvidenceBuilder builder) {
    List<Area> inner = List.of();
    for (Piece piece : account.all(Piece.Kind.AREA)) {
      List<Area> named = areas.named(piece.text());
      List<Area> around = inner;
      List<Area> within =
          named.stream()
              .filter(a -> around.stream().anyMatch(o -> areas.isWithin(a, o.code())))
              .toList();
      boolean outside =
          named.stream()
              .anyMatch(
                  o -> around.stream().anyMatch(a -> a.equals(o) || areas.isWithin(a, o.code())));
      if (!within.isEmpty() || inner.isEmpty()) {
        inner = within.isEmpty() ? named : within;
      } else if (!outside) {
        builder.area(AreaMention.of(named));
      }
    }
    if (!inner.isEmpty()) {
      builder.area(AreaMention.of(inner));
    }
  }

  private static void leftover(Account account, EvidenceBuilder builder) {
    for (Piece left : account.leftover()) {
      Optional<Piece> area = areaBefore(left, account);
      if (area.isPresent()) {
        builder.unknown(
            account.text().substring(area.get().start(), left.end()), RejectionCode.UNKNOWN_AREA);
      } else {
        builder.unknown(left.text(), RejectionCode.UNKNOWN_CONTEXT);
      }
    }
    for (Piece span : account.all(Piece.Kind.SPAN_NOT_HELD)) {
      builder.unknown(span.text(), RejectionCode.UNSUPPORTED_PERIOD);
    }
  }

  /**
   * The area that words make another: what stands right behind its name is mostly a place or a body
   * in it (代县上馆镇, 代县经济开发区), unless an indicator follows (忻州市城镇固定资产投资).
   */
  private static Optional<Piece> areaBefore(Piece left, Account account) {
    if (account.startingAt(left.end()).filter(p -> p.is(Piece.Kind.INDICATOR)).isPresent()) {
      return Optional.empty();
    }
    Optional<Piece> before = account.endingAt(left.start());
    if (before.filter(p -> p.is(Piece.Kind.FIELD) || p.text().equals("经济")).isPresent()) {
      before = account.endingAt(before.get().start());
    }
    return before.filter(p -> p.is(Piece.Kind.AREA));
  }

  /** The one indicator that a title names, where it speaks of nothing else. */
  private Evidence subject(Account account, String where) {
    List<Piece> named = account.all(Piece.Kind.INDICATOR);
    boolean others =
        account.has(Piece.Kind.FIELD)
            || account.all(Piece.Kind.GENERIC).stream().anyMatch(p -> !p.text().equals("主要"));
    if (named.size() != 1 || others || !account.isComplete()) {
      return Evidence.NONE;
    }
    Piece name = named.get(0);
    int end = name.end();
    Optional<Piece> next = account.startingAt(end);
    while (next.filter(TitleReader::saysHowMeasured).isPresent()) {
      end = next.get().end();
      next = account.startingAt(end);
    }
    Evidence read = texts.read(account.text().substring(name.start(), end), where);
    if (!texts.understands(read)) {
      read = texts.read(name.text(), where);
    }
    return texts.understands(read) && read.area().isEmpty() ? withoutRank(read) : Evidence.NONE;
  }

  private static boolean saysHowMeasured(Piece piece) {
    return switch (piece.kind()) {
      case MEASURE, MEASURE_LIST, ACCUMULATION -> true;
      default -> false;
    };
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
}
