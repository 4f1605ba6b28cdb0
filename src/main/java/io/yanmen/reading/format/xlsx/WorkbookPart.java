package io.yanmen.reading.format.xlsx;

import io.yanmen.model.outcome.UnreadableFileException;
import io.yanmen.reading.format.limit.Refusal;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLStreamException;

/**
 * What the workbook part says: its sheets in order, where dates begin, and where its other parts
 * are.
 *
 * @param recalculates whether it asks to be calculated anew when opened, so that zeros which it
 *     holds for formulas may be nobody's result
 */
public record WorkbookPart(
    List<Sheet> sheets, boolean from1904, boolean recalculates, String styles, String strings) {
  private static final int MOST_SHEETS = 10_000;
  private static final long MOST_CHARACTERS = 10_000_000;

  /**
   * A sheet of cells.
   *
   * @param index from 0, among all sheets, those of charts counted
   */
  record Sheet(int index, String name, boolean hidden, String part) {}

  record Target(String type, String part) {}

  /** The main part of a package; empty where it names none. */
  public static String find(XlsxPackage zip)
      throws IOException, XMLStreamException, UnreadableFileException {
    if (zip.has("_rels/.rels")) {
      for (Target target : targets(zip, "_rels/.rels", "").values()) {
        if (target.type().equals("officeDocument")) {
          return target.part();
        }
      }
    }
    return zip.has("xl/workbook.xml") ? "xl/workbook.xml" : "";
  }

  static WorkbookPart read(XlsxPackage zip, String name)
      throws IOException, XMLStreamException, UnreadableFileException {
    String folder = name.substring(0, name.lastIndexOf('/') + 1);
    String rels = folder + "_rels/" + name.substring(folder.length()) + ".rels";
    Map<String, Target> targets = targets(zip, rels, folder);
    List<Sheet> sheets = new ArrayList<>();
    boolean from1904 = false;
    boolean recalculates = false;
    try (XmlPart part = zip.openXml(name)) {
      while (part.nextElement()) {
        switch (part.name()) {
          case "workbookPr" -> from1904 = part.flag("date1904");
          case "calcPr" -> recalculates = part.flag("fullCalcOnLoad");
          case "sheets" -> addSheets(part, targets, zip, sheets);
          default -> {}
        }
      }
    }
    return new WorkbookPart(
        List.copyOf(sheets),
        from1904,
        recalculates,
        first(targets, "styles"),
        first(targets, "sharedStrings"));
  }

  private static void addSheets(
      XmlPart part, Map<String, Target> targets, XlsxPackage zip, List<Sheet> sheets)
      throws XMLStreamException, UnreadableFileException {
    int parent = part.depth();
    Set<String> parts = new HashSet<>();
    long characters = 0;
    for (int index = 0; part.nextWithin(parent); index++) {
      String name = part.attribute("name", "");
      Target target = targets.get(part.attribute("id", ""));
      if (target == null || !zip.has(target.part())) {
        throw Refusal.damaged("工作表 " + name + " 没有内容", "sheet " + name + " has no content");
      }
      characters += name.length();
      if (characters > MOST_CHARACTERS) {
        throw Refusal.tooLarge(
            "工作表名总字数 (characters of sheets' names)", characters, MOST_CHARACTERS);
      }
      if (index == MOST_SHEETS) {
        throw Refusal.tooLarge("工作表数 (sheets)", index + 1, MOST_SHEETS);
      }
      if (!parts.add(target.part().toLowerCase(Locale.ROOT))) {
        // Thousands of sheets of one part would be read as many times.
        throw Refusal.damaged(
            "工作表 " + name + " 与另一工作表是同一内容", "sheet " + name + " is the same part as another");
      }
      if (target.type().equals("worksheet")) {
        boolean hidden = !part.attribute("state", "visible").equals("visible");
        sheets.add(new Sheet(index, name, hidden, target.part()));
      }
    }
  }

  /** The parts that another part refers to, and that are there. */
  static List<Target> related(XlsxPackage zip, String part)
      throws IOException, XMLStreamException, UnreadableFileException {
    String folder = part.substring(0, part.lastIndexOf('/') + 1);
    String rels = folder + "_rels/" + part.substring(folder.length()) + ".rels";
    return zip.has(rels)
        ? targets(zip, rels, folder).values().stream()
            .filter(target -> zip.has(target.part()))
            .toList()
        : List.of();
  }

  private static String first(Map<String, Target> targets, String type) {
    return targets.values().stream()
        .filter(target -> target.type().equals(type))
        .map(Target::part)
        .findFirst()
        .orElse("");
  }

  private static Map<String, Target> targets(XlsxPackage zip, String rels, String folder)
      throws IOException, XMLStreamException, UnreadableFileException {
    Map<String, Target> targets = new HashMap<>();
    long characters = 0;
    try (XmlPart part = zip.openXml(rels)) {
      while (part.nextElement()) {
        if (part.is("Relationship") && !part.attribute("TargetMode", "").equals("External")) {
          String type = part.attribute("Type", "");
          String id = part.attribute("Id", "");
          String target = part.attribute("Target", "");
          characters += type.length() + id.length() + target.length();
          if (characters > MOST_CHARACTERS) {
            throw Refusal.tooLarge(
                "部件关系总字数 (characters of relations)", characters, MOST_CHARACTERS);
          }
          targets.put(
              id, new Target(type.substring(type.lastIndexOf('/') + 1), resolve(folder, target)));
          if (targets.size() > MOST_SHEETS * 2) {
            throw Refusal.tooLarge("部件数 (parts)", targets.size(), MOST_SHEETS * 2);
          }
        }
      }
    }
    return targets;
  }

  private static String resolve(String folder, String target) {
    if (target.startsWith("/")) {
      return target.substring(1);
    }
    List<String> path = new ArrayList<>();
    for (String step : (folder + target).replace('\\', '/').split("/", -1)) {
      if (step.equals("..")) {
        if (!path.isEmpty()) {
          path.remove(path.size() - 1);
        }
      } else if (!step.equals(".") && !step.isEmpty()) {
        path.add(step);
      }
    }
    return String.join("/", path);
  }
}
