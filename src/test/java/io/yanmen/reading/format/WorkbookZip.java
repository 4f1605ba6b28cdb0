package io.yanmen.reading.format;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes a workbook part by part, so that tests can make each of them as odd as they need. */
public final class WorkbookZip {
  public static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  public static final String RELATIONS =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  public static final String PACKAGE =
      "http://schemas.openxmlformats.org/package/2006/relationships";

  /** Writes a part that is too large to be kept. */
  public interface PartWriter {
    void write(OutputStream out) throws IOException;
  }

  private final Map<String, PartWriter> parts = new LinkedHashMap<>();
  private final List<String> sheets = new ArrayList<>();
  private final StringBuilder relations = new StringBuilder();
  private String beforeSheets = "";
  private String afterSheets = "";

  /** A sheet of these rows. */
  public WorkbookZip sheet(String rows) {
    return sheet("Sheet" + (sheets.size() + 1), "", "<sheetData>" + rows + "</sheetData>");
  }

  /** A sheet with attributes in the workbook part and all that its own part holds. */
  public WorkbookZip sheet(String name, String attributes, String body) {
    String part = addSheet(name, attributes);
    return part(part, "<worksheet xmlns='" + MAIN + "'>" + body + "</worksheet>");
  }

  public WorkbookZip sheet(PartWriter writer) {
    String part = addSheet("Sheet" + (sheets.size() + 1), "");
    parts.put(part, writer);
    return this;
  }

  private String addSheet(String name, String attributes) {
    int number = sheets.size() + 1;
    sheets.add(
        "<sheet name='"
            + name
            + "' sheetId='"
            + number
            + "' r:id='s"
            + number
            + "' "
            + attributes
            + "/>");
    String part = "xl/worksheets/sheet" + number + ".xml";
    relate("s" + number, "worksheet", "worksheets/sheet" + number + ".xml");
    return part;
  }

  public WorkbookZip chartSheet(String name) {
    int number = sheets.size() + 1;
    sheets.add("<sheet name='" + name + "' sheetId='" + number + "' r:id='s" + number + "'/>");
    relate("s" + number, "chartsheet", "chartsheets/sheet" + number + ".xml");
    return part("xl/chartsheets/sheet" + number + ".xml", "<chartsheet xmlns='" + MAIN + "'/>");
  }

  public WorkbookZip strings(String... items) {
    StringBuilder xml = new StringBuilder("<sst xmlns='" + MAIN + "'>");
    for (String item : items) {
      xml.append("<si>").append(item.startsWith("<") ? item : "<t>" + item + "</t>");
      xml.append("</si>");
    }
    relate("strings", "sharedStrings", "sharedStrings.xml");
    return part("xl/sharedStrings.xml", xml + "</sst>");
  }

  /** Styles 1, 2, … of these format codes; 0 is the general one. */
  public WorkbookZip formats(String... codes) {
    StringBuilder formats = new StringBuilder();
    StringBuilder styles = new StringBuilder("<xf numFmtId='0'/>");
    for (int i = 0; i < codes.length; i++) {
      int id = 164 + i;
      if (codes[i].matches("\\d+")) {
        id = Integer.parseInt(codes[i]);
      } else {
        String code = codes[i].replace("&", "&amp;").replace("\"", "&quot;");
        formats.append("<numFmt numFmtId='").append(id).append("' formatCode=\"");
        formats.append(code).append("\"/>");
      }
      styles.append("<xf numFmtId='").append(id).append("'/>");
    }
    relate("styles", "styles", "styles.xml");
    return part(
        "xl/styles.xml",
        "<styleSheet xmlns='"
            + MAIN
            + "'><numFmts>"
            + formats
            + "</numFmts>"
            + "<cellStyleXfs><xf numFmtId='14'/></cellStyleXfs><cellXfs>"
            + styles
            + "</cellXfs></styleSheet>");
  }

  public WorkbookZip beforeSheets(String xml) {
    beforeSheets = xml;
    return this;
  }

  public WorkbookZip afterSheets(String xml) {
    afterSheets = xml;
    return this;
  }

  public WorkbookZip part(String name, String text) {
    return part(name, text.getBytes(StandardCharsets.UTF_8));
  }

  public WorkbookZip part(String name, byte[] bytes) {
    parts.put(name, out -> out.write(bytes));
    return this;
  }

  public WorkbookZip part(String name, PartWriter writer) {
    parts.put(name, writer);
    return this;
  }

  private void relate(String id, String type, String target) {
    relations.append("<Relationship Id='").append(id).append("' Type='").append(RELATIONS);
    relations.append('/').append(type).append("' Target='").append(target).append("'/>");
  }

  public Path write(Path file) throws IOException {
    Map<String, PartWriter> all = new LinkedHashMap<>(parts);
    putIfAbsent(
        all,
        "_rels/.rels",
        "<Relationships xmlns='"
            + PACKAGE
            + "'><Relationship Id='w' Type='"
            + RELATIONS
            + "/officeDocument' Target='xl/workbook.xml'/></Relationships>");
    putIfAbsent(
        all,
        "xl/_rels/workbook.xml.rels",
        "<Relationships xmlns='" + PACKAGE + "'>" + relations + "</Relationships>");
    putIfAbsent(
        all,
        "xl/workbook.xml",
        "<workbook xmlns='"
            + MAIN
            + "' xmlns:r='"
            + RELATIONS
            + "'>"
            + beforeSheets
            + "<sheets>"
            + String.join("", sheets)
            + "</sheets>"
            + afterSheets
            + "</workbook>");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      for (Map.Entry<String, PartWriter> part : all.entrySet()) {
        zip.putNextEntry(new ZipEntry(part.getKey()));
        part.getValue().write(zip);
        zip.closeEntry();
      }
    }
    return file;
  }

  private static void putIfAbsent(Map<String, PartWriter> parts, String name, String text) {
    parts.putIfAbsent(name, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
  }
}
