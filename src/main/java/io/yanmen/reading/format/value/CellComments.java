package io.yanmen.reading.format.value;

import io.yanmen.model.Language;
import io.yanmen.model.message.Messages;
import io.yanmen.model.outcome.UnreadableFileException;
import io.yanmen.model.table.CellRange;
import io.yanmen.model.table.SheetRow;
import io.yanmen.reading.format.limit.ReadLimits;
import io.yanmen.reading.format.limit.Refusal;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The comments on the cells of a sheet, gathered before its rows. Those that marked copies carry
 * are no words of whoever sends a file, and are left out.
 */
public final class CellComments {
  private static final List<String> OURS =
      Stream.of(Language.values()).map(it -> Messages.of(it).text("marked.author")).toList();

  private final ReadLimits limits;
  private final Map<Integer, Map<Integer, String>> ofRows = new HashMap<>();
  private long characters;

  public CellComments(ReadLimits limits) {
    this.limits = limits;
  }

  /**
   * Keeps a comment; a later one on the same cell stands in its place.
   *
   * @param author who wrote it, whose name spreadsheets put before the text
   */
  public void put(int row, int column, String author, String text) throws UnreadableFileException {
    if (OURS.contains(author.strip())) {
      return;
    }
    String words = withoutAuthor(text.strip(), author.strip());
    if (!words.isEmpty()) {
      keep(row, column, words);
    }
  }

  private static String withoutAuthor(String text, String author) {
    boolean named =
        !author.isEmpty()
            && text.length() > author.length()
            && text.startsWith(author)
            && ":：".indexOf(text.charAt(author.length())) >= 0;
    return named ? text.substring(author.length() + 1).strip() : text;
  }

  private void keep(int row, int column, String words) throws UnreadableFileException {
    characters += words.length();
    if (characters > limits.maxSharedTextBytes()) {
      throw Refusal.tooLarge(
          "批注总字数 (characters of comments)", characters, limits.maxSharedTextBytes());
    }
    ofRows.computeIfAbsent(row, it -> new TreeMap<>()).put(column, words);
  }

  /** A comment on a cell that is merged over several rows is one on each of them. */
  public void spread(List<CellRange> merged) throws UnreadableFileException {
    for (CellRange range : ofRows.isEmpty() ? List.<CellRange>of() : merged) {
      @Nullable String words = on(range.firstRow()).get(range.firstColumn());
      for (int row = range.firstRow() + 1; words != null && row <= range.lastRow(); row++) {
        keep(row, range.firstColumn(), words);
      }
    }
  }

  private Map<Integer, String> on(int row) {
    return ofRows.getOrDefault(row, Map.of());
  }

  /** The row with the comments on its cells. */
  public SheetRow with(SheetRow row) {
    Map<Integer, String> comments = on(row.number());
    return comments.isEmpty()
        ? row
        : new SheetRow(
            row.number(), row.hidden(), row.cells(), Collections.unmodifiableMap(comments));
  }
}
