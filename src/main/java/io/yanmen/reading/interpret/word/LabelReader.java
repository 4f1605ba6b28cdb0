package io.yanmen.reading.interpret.word;

import io.yanmen.catalog.NameNormalForm;
import io.yanmen.catalog.Unit;
import io.yanmen.evidence.Evidence;
import io.yanmen.evidence.EvidenceItem;
import io.yanmen.evidence.PeriodPart;
import io.yanmen.evidence.UnknownWords;
import io.yanmen.model.Accumulation;
import io.yanmen.model.Measure;
import io.yanmen.model.ObservationStatus;
import io.yanmen.model.Scenario;
import io.yanmen.model.outcome.RejectionCode;
import io.yanmen.model.table.Cell;
import io.yanmen.model.table.CellAddress;
import io.yanmen.model.table.CellKind;
import io.yanmen.reading.interpret.vocabulary.EvidenceBuilder;
import io.yanmen.reading.interpret.vocabulary.HeadRole;
import io.yanmen.reading.interpret.vocabulary.PeriodWords;
import io.yanmen.reading.interpret.vocabulary.Vocabulary;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/** Understands a cell whose role is known: the unit in a unit column is a unit and nothing else. */
public final class LabelReader {
  // A page of text is no label, and is not searched for one.
  private static final int LONGEST = 2000;

  private final TableLanguage dialect;

  public LabelReader(TableLanguage dialect) {
    this.dialect = dialect;
  }

  /** What a label says; {@link Evidence#unknown} carries the code that fits the role. */
  public Evidence read(HeadRole role, Cell cell, CellAddress address) {
    String text = cell.text().strip();
    String where = address.toString();
    if (text.length() > LONGEST) {
      return Evidence.NONE.withUnknown(
          EvidenceItem.of(new UnknownWords(text, unknown(role)), text, where));
    }
    return switch (role) {
      case UNIT -> units(text, where);
      case PERIOD -> period(cell, where, Optional.empty());
      case FREQUENCY ->
          enumerated(
              text,
              where,
              b -> Vocabulary.frequency(NameNormalForm.of(text)).ifPresent(b::frequency));
      case MEASURE -> code(text, where, b -> b.measure(Measure.of(text)));
      case SCENARIO -> code(text, where, b -> b.scenario(Scenario.of(text)));
      case ACCUMULATION -> code(text, where, b -> b.accumulation(Accumulation.of(text)));
      case STATUS ->
          enumerated(
              text,
              where,
              b -> {
                if (text.length() == 1) {
                  b.status(ObservationStatus.valueOf(text.toUpperCase(Locale.ROOT)));
                }
              });
      default -> coded(text, where, unknown(role));
    };
  }

  private static RejectionCode unknown(HeadRole role) {
    return switch (role) {
      case AREA, AREA_CODE -> RejectionCode.UNKNOWN_AREA;
      case INDICATOR, INDICATOR_CODE -> RejectionCode.UNKNOWN_INDICATOR;
      case UNIT -> RejectionCode.UNKNOWN_UNIT;
      case PERIOD -> RejectionCode.UNKNOWN_PERIOD;
      default -> RejectionCode.UNKNOWN_CONTEXT;
    };
  }

  private Evidence coded(String text, String where, RejectionCode code) {
    Evidence facets =
        code == RejectionCode.UNKNOWN_AREA
            ? dialect.texts().read(text, where)
            : dialect.texts().readPart(text, where);
    return facets.unknown().isEmpty()
        ? facets
        : facets.withUnknown(EvidenceItem.of(new UnknownWords(text, code), text, where));
  }

  private Evidence units(String text, String where) {
    EvidenceBuilder builder = new EvidenceBuilder(text, where);
    String plain = NameNormalForm.of(text);
    // (亿元) in a column of units is no other unit than 亿元.
    boolean inBrackets = plain.startsWith("(") && plain.endsWith(")") && plain.indexOf('(', 1) < 0;
    List<Unit> listed =
        dialect.texts().unitList(inBrackets ? plain.substring(1, plain.length() - 1) : plain);
    if (listed.isEmpty()) {
      // 单位 may head a column of offices as well as one of units; an office is no unit.
      builder.unknown(text, RejectionCode.UNKNOWN_UNIT);
    }
    listed.forEach(builder::unit);
    return builder.build();
  }

  /** A period in words, digits or as a date. */
  public Evidence period(Cell cell, String where, Optional<Evidence> otherwise) {
    String text = cell.text().strip();
    String plain = NameNormalForm.of(text);
    Optional<PeriodPart> part = PeriodWords.whole(plain);
    EvidenceBuilder builder = new EvidenceBuilder(text, where);
    if (part.isPresent()) {
      builder.period(part.get());
      return builder.build();
    }
    boolean bareMonth = cell.kind() != CellKind.DATE && plain.matches("0?[1-9]|1[0-2]");
    if (bareMonth && otherwise.isEmpty()) {
      builder.period(PeriodPart.month(0, Integer.parseInt(plain)));
      return builder.build();
    }
    Evidence read = dialect.texts().read(text, where);
    if (read.unknown().isEmpty()) {
      return read;
    }
    return otherwise.orElseGet(
        () ->
            Evidence.NONE.withUnknown(
                EvidenceItem.of(
                    new UnknownWords(text, RejectionCode.UNKNOWN_PERIOD), text, where)));
  }

  /** A column of our own codes may also be written in words. */
  private Evidence code(String text, String where, Consumer<EvidenceBuilder> meaning) {
    EvidenceBuilder builder = new EvidenceBuilder(text, where);
    try {
      meaning.accept(builder);
      return builder.build();
    } catch (IllegalArgumentException notOurCode) {
      return coded(text, where, RejectionCode.UNKNOWN_CONTEXT);
    }
  }

  private Evidence enumerated(String text, String where, Consumer<EvidenceBuilder> meaning) {
    EvidenceBuilder builder = new EvidenceBuilder(text, where);
    try {
      meaning.accept(builder);
    } catch (IllegalArgumentException unknownWord) {
      builder.unknown(text, RejectionCode.UNKNOWN_CONTEXT);
    }
    Evidence facets = builder.build();
    return facets.saysNothing() && facets.unknown().isEmpty()
        ? coded(text, where, RejectionCode.UNKNOWN_CONTEXT)
        : facets;
  }
}
