package io.yanmen.reading.interpret.word;

import io.yanmen.catalog.AreaNames;
import io.yanmen.catalog.NameNormalForm;
import io.yanmen.evidence.AreaMention;
import io.yanmen.evidence.Evidence;
import io.yanmen.model.Area;
import io.yanmen.model.Measure;
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
  private static final int LONGEST_TITLE = 120;
  // What is longer is a page of text, spread by spaces or not.
  private static final int LONGEST_LINE = 2000;

  private final AreaNames areas;
  private final TextReader texts;
  private final Accounting accounting;
  private final AccountReader accounts;
  private final Map<String, String> lineKeys;

  TitleReader(
      AreaNames areas,
      TextReader texts,
      Lexicon lexicon,
      Accounting accounting,
      Map<String, String> lineKeys) {
    this.areas = areas;
    this.texts = texts;
    this.accounting = accounting;
    this.accounts = new AccountReader(areas, texts, lexicon);
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
    boolean bareMeasure =
        whole.measure().filter(it -> it.value() != Measure.YOY).isPresent()
            && !whole.namesIndicator();
    return texts.understands(whole) && !bareMeasure ? whole : named(plain, Place.SHEET_NAME, name);
  }

  private Evidence named(String plain, Place place, String where) {
    if (plain.isEmpty() || plain.length() > LONGEST_LINE) {
      return Evidence.NONE;
    }
    Account account = accounting.take(simplified(plain), place);
    return accounts.name(account, plain, where);
  }

  /** Whether all of a text is understood where it stands in a title. */
  public boolean accountsFor(String text) {
    Account account = accounting.take(simplified(NameNormalForm.of(text)), Place.TITLE);
    return account.isComplete() && !account.has(Piece.Kind.COUNTED);
  }

  /** Whether a text as a whole is one thing that a title may say: an area, a period, a plan. */
  public boolean isOneThing(String text) {
    return accounts.isOneThing(simplified(NameNormalForm.of(text)));
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
    Evidence bare = texts.unitsAlone(plain, piece, where);
    if (!bare.saysNothing()) {
      return bare;
    }
    Matcher inside = UNIT_INSIDE.matcher(plain);
    if (inside.find()) {
      return units(inside.group(1), piece, where).beside(free(inside.replaceFirst(""), where));
    }
    return free(plain, where);
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
      case "reporter" -> {
        // Whoever reports is of the place, or of one around it; what body it is changes nothing.
        return accounts.place(accounting.take(value, Place.TITLE), where);
      }
      case "frequency" -> Vocabulary.frequency(value).ifPresent(builder::frequency);
      case "period" -> PeriodWords.whole(value).ifPresent(builder::period);
      default -> {}
    }
    return builder.build();
  }

  private Evidence free(String plain, String where) {
    return plain.isEmpty()
        ? Evidence.NONE
        : accounts.title(accounting.take(plain, Place.TITLE), where);
  }
}
