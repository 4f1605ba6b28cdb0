package io.yanmen.reading.interpret.word;

import io.yanmen.catalog.NameNormalForm;
import io.yanmen.catalog.Unit;
import io.yanmen.catalog.WordLists;
import io.yanmen.evidence.Evidence;
import io.yanmen.evidence.EvidenceAt;
import io.yanmen.evidence.PeriodPart;
import io.yanmen.model.outcome.RejectionCode;
import io.yanmen.reading.interpret.vocabulary.EvidenceBuilder;
import io.yanmen.reading.interpret.vocabulary.PeriodWords;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Understands notes beneath or above a table, clause by clause. A clause is one that is known to
 * change nothing or to give a status, a line of who wrote it, or a fact about the whole table: its
 * unit, its period, its status. Every other may change what the figures mean, and is told as not
 * understood.
 */
public final class NoteReader {
  private static final Pattern SENTENCES = Pattern.compile("[。；;\\n\\r]+");
  private static final Pattern PARTS = Pattern.compile("[,，]");
  private static final Pattern HEADING =
      Pattern.compile("^\\(?(?:注释|注意|注|备注|附注|说明|notes?)\\d{0,2}(?:[:.、)]+|(?=\\d+[.、)]))");
  private static final Pattern NUMBER =
      Pattern.compile("^(?:\\(?\\d{1,2}[.、)]|[一二三四五六七八九十]{1,2}、)(?!\\d)");
  private static final Pattern UNIT =
      Pattern.compile(
          "(?:(?:本表|表中|表内|以上|上述)?(?:所列)?(?:数据|数字|金额|指标|数值)?的?)"
              + "(?:计量|金额|货币|数量)?单位(?:均|都|一律)?(?:为|是|系|:)(.+)");
  // A page of text below a table is no note that anyone could take apart.
  private static final int LONGEST = 2000;

  private final TitleReader titles;
  private final TextReader texts;
  private final Lexicon lexicon;
  private final Accounting accounting;
  private final List<WordLists.NoteSentence> known;

  NoteReader(
      TitleReader titles,
      TextReader texts,
      Lexicon lexicon,
      Accounting accounting,
      List<WordLists.NoteSentence> known) {
    this.titles = titles;
    this.texts = texts;
    this.lexicon = lexicon;
    this.accounting = accounting;
    this.known = known;
  }

  /** Whether all of a note is understood, and makes no figure another. */
  public boolean changesNothing(String note) {
    Evidence said = read(note, "");
    return said.saysNothing() && said.unknown().isEmpty();
  }

  /** What a note says of the figures, with what of it is not understood. */
  public Evidence read(String note, String where) {
    if (note.length() > LONGEST) {
      return unknown(note, where);
    }
    Evidence all = Evidence.NONE;
    for (String sentence : SENTENCES.split(note.strip())) {
      all = all.beside(sentence(clean(sentence), where));
    }
    return all;
  }

  private static String clean(String sentence) {
    String plain = NameNormalForm.of(sentence);
    String words = HEADING.matcher(plain).replaceFirst("");
    words = NUMBER.matcher(words).replaceFirst("");
    return words.startsWith("(") && words.endsWith(")") && words.indexOf('(', 1) < 0
        ? words.substring(1, words.length() - 1)
        : words;
  }

  private Evidence sentence(String plain, String where) {
    if (plain.isEmpty()) {
      return Evidence.NONE;
    }
    Optional<Evidence> whole = clause(plain, where);
    if (whole.isPresent()) {
      return whole.get();
    }
    Evidence all = Evidence.NONE;
    for (String part : PARTS.split(plain)) {
      Optional<Evidence> read = part.isEmpty() ? Optional.of(Evidence.NONE) : clause(part, where);
      if (read.isEmpty()) {
        return unknown(plain, where);
      }
      all = all.beside(read.get());
    }
    return all;
  }

  /** What a clause says, if all of it is understood. */
  private Optional<Evidence> clause(String plain, String where) {
    Optional<WordLists.NoteSentence> sentence =
        known.stream().filter(s -> s.says(plain)).findFirst();
    if (sentence.isPresent()) {
      EvidenceBuilder builder = new EvidenceBuilder(plain, where);
      sentence.get().status().ifPresent(builder::status);
      return Optional.of(builder.build());
    }
    if (titles.isMetadata(plain)) {
      Evidence line = titles.line(plain, where);
      return line.unknown().isEmpty() ? Optional.of(line) : Optional.empty();
    }
    Matcher unit = UNIT.matcher(plain);
    if (unit.matches()) {
      List<Unit> units = texts.unitList(unit.group(1));
      EvidenceBuilder builder = new EvidenceBuilder(plain, where);
      units.forEach(builder::unit);
      return units.isEmpty() ? Optional.empty() : Optional.of(builder.build());
    }
    Account account = accounting.take(plain, Place.NOTE);
    return account.isComplete() && account.allAre(piece -> mayBeFact(piece, account))
        ? Optional.of(facts(account, where))
        : Optional.empty();
  }

  /** What may be said of a whole table without making its figures others. */
  private static boolean mayBeFact(Piece piece, Account account) {
    return switch (piece.kind()) {
      case STATUS, PERIOD, DOCUMENT, OFFICE, DAY, CONNECTIVE, HARMLESS, GENERIC, COLLECTIVE -> true;
      // 忻州市统计局, but not 繁峙县数据.
      case AREA -> account.startingAt(piece.end()).filter(p -> p.is(Piece.Kind.OFFICE)).isPresent();
      default -> false;
    };
  }

  private Evidence facts(Account account, String where) {
    EvidenceBuilder builder = new EvidenceBuilder(account.text(), where);
    AccountReader.statuses(account, lexicon, builder);
    for (Piece period : account.all(Piece.Kind.PERIOD)) {
      Optional<PeriodPart> said = PeriodWords.said(period.text());
      if (said.isEmpty()) {
        return unknown(account.text(), where);
      }
      builder.period(said.get());
    }
    return builder.build();
  }

  private static Evidence unknown(String words, String where) {
    return new EvidenceAt(words, where).unknown(words, RejectionCode.UNKNOWN_CONTEXT);
  }
}
