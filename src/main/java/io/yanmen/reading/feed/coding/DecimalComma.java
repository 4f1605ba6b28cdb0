package io.yanmen.reading.feed.coding;

import io.yanmen.model.outcome.RejectionCode;
import io.yanmen.model.table.Cell;
import io.yanmen.model.table.CellKind;
import io.yanmen.reading.feed.message.FeedFormat;
import io.yanmen.reading.feed.message.FeedNumberText;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Figures that are text with a comma. SDMX-CSV may be written with a decimal comma and never groups
 * digits, yet publishers do: 12,4 has one reading, 1,234 has two, unless the source file says that
 * commas are decimal. Then a point groups digits, or the source file is wrong: no telling which.
 */
public final class DecimalComma {
  private static final Pattern WITH_COMMA = Pattern.compile("[+-]?\\d+(?:,\\d+)?");
  private static final Pattern WITH_POINT = Pattern.compile("[+-]?\\d[\\d.]*(?:,\\d+)?");
  private static final Pattern MAYBE_GROUPED = Pattern.compile("[+-]?[1-9]\\d{0,2},\\d{3}");

  private DecimalComma() {}

  public record Read(Cell cell, Optional<ComponentMeaning.Refused> refusal) {}

  public static Read read(Cell cell, FeedFormat format, boolean declared) {
    if (cell.kind() != CellKind.TEXT) {
      return new Read(cell, Optional.empty());
    }
    String text = cell.text().strip();
    if (FeedNumberText.isTooLong(cell)) {
      return refused(cell, RejectionCode.NUMBER_TOO_LONG, text);
    }
    String point = text.replace(',', '.');
    if (declared) {
      if (WITH_COMMA.matcher(text).matches()) {
        return new Read(FeedNumberText.cell(point), Optional.empty());
      }
      return WITH_POINT.matcher(text).matches()
          ? refused(
              cell,
              RejectionCode.AMBIGUOUS_VALUE,
              text,
              text.replace(".", "").replace(',', '.'),
              text.replace(",", ""),
              RejectionCode.THOUSANDS_OR_DECIMALS)
          : new Read(cell, Optional.empty());
    }
    boolean one = format.has(FeedFormat.Trait.DECIMAL_COMMA) && text.indexOf(',') > 0;
    if (!one || !WITH_COMMA.matcher(text).matches()) {
      return new Read(cell, Optional.empty());
    }
    return MAYBE_GROUPED.matcher(text).matches()
        ? refused(
            cell,
            RejectionCode.AMBIGUOUS_VALUE,
            text,
            text.replace(",", ""),
            point,
            RejectionCode.THOUSANDS_OR_DECIMALS)
        : new Read(FeedNumberText.cell(point), Optional.empty());
  }

  private static Read refused(Cell cell, RejectionCode code, String... arguments) {
    return new Read(cell, Optional.of(new ComponentMeaning.Refused(code, List.of(arguments))));
  }
}
