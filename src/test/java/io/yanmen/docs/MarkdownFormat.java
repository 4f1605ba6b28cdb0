package io.yanmen.docs;

import io.yanmen.model.outcome.UnreadableFileException;
import io.yanmen.model.table.Cell;
import io.yanmen.model.table.RowSink;
import io.yanmen.model.table.SheetInfo;
import io.yanmen.model.table.SheetRow;
import io.yanmen.reading.format.FileFormat;
import io.yanmen.reading.format.FileHead;
import io.yanmen.reading.format.limit.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * The format that {@code docs/add-a-format.md} adds: tables of Markdown, as a program sends them.
 */
record MarkdownFormat() implements FileFormat {
  private static final String RULE = "|---";

  @Override
  public String label() {
    return "Markdown";
  }

  @Override
  public Set<String> endings() {
    return Set.of("md");
  }

  @Override
  public boolean isContainer() {
    return false;
  }

  @Override
  public boolean isOf(FileHead head) {
    return head.startsWith("|") && head.text().contains("\n" + RULE);
  }

  @Override
  public void read(Path content, String ending, RowSink sink)
      throws UnreadableFileException, IOException {
    sink.sheet(new SheetInfo(0, "", false, List.of(), false));
    List<String> lines = Files.readAllLines(content);
    for (int number = 0; number < lines.size(); number++) {
      String line = lines.get(number).strip();
      if (!line.startsWith("|") || !line.endsWith("|")) {
        throw Refusal.damaged("不是表格的一行：" + line, "no row of a table: " + line);
      }
      if (!line.startsWith(RULE)) {
        sink.row(new SheetRow(number, false, cells(line)));
      }
    }
    sink.endSheet();
  }

  private static List<Cell> cells(String line) {
    return Arrays.stream(line.substring(1, line.length() - 1).split("\\|"))
        .map(it -> Cell.text(it.strip()))
        .toList();
  }
}
