package io.yanmen.hostile;

import io.yanmen.reading.format.WorkbookZip;
import java.io.BufferedOutputStream;
import java.io.BufferedWriter;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/** Files that somebody made to do harm, each with all that may come of it. */
final class HostileFiles {
  private static final String HEAD = "县区,2025年1-4月固定资产投资（万元）\n";
  private static final int LONGEST_CELL = 32_767;
  private static final String LAUGHS =
      "<!DOCTYPE a [<!ENTITY a 'ha'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;'><!ENTITY c"
          + " '&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;'><!ENTITY d '&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;'>]>";

  private HostileFiles() {}

  /** Writes a file. */
  interface Maker {
    void make(Path file) throws IOException;
  }

  /**
   * @param outcome a pattern of what {@link InspectAll} says of it
   */
  record Hostile(String name, String outcome, Maker maker) {
    @Override
    public String toString() {
      return name;
    }
  }

  private static Hostile file(String name, String outcome, Maker maker) {
    return new Hostile(name, outcome, maker);
  }

  private static Hostile text(String name, String outcome, String content) {
    return file(name, outcome, path -> Files.writeString(path, content));
  }

  private static Hostile bytes(String name, String outcome, byte[] content) {
    return file(name, outcome, path -> Files.write(path, content));
  }

  static List<Hostile> all() {
    return Stream.of(
            archives(),
            markup(),
            cells(),
            sheets(),
            numbers(),
            words(),
            feeds(),
            encodings(),
            old())
        .flatMap(List::stream)
        .toList();
  }

  private static List<Hostile> archives() {
    return List.of(
        file("bomb-by-ratio.xlsx", "refused EXPANDS_TOO_MUCH", HostileFiles::bomb),
        file("many-entries.xlsx", "refused TOO_LARGE", HostileFiles::manyEntries),
        file("overlapping-entries.xlsx", "refused DAMAGED_FILE", HostileFiles::overlapping),
        file("archive-in-archive.zip", "refused UNSUPPORTED_FORMAT", HostileFiles::nested),
        file("archive-in-workbook.xlsx", "figures 1 rejected 0", HostileFiles::nestedInWorkbook),
        file("names-that-climb.xlsx", "figures 1 rejected 0", HostileFiles::climbing),
        file("one-part-for-5000-sheets.xlsx", "refused DAMAGED_FILE", HostileFiles::samePart));
  }

  private static List<Hostile> markup() {
    return List.of(
        file(
            "laughs-in-strings.xlsx",
            "refused FORBIDDEN_XML",
            path -> sound().part("xl/sharedStrings.xml", LAUGHS + "<sst>&d;</sst>").write(path)),
        file(
            "laughs-in-sheet.xlsx",
            "refused FORBIDDEN_XML",
            path ->
                sound()
                    .part("xl/worksheets/sheet1.xml", LAUGHS + "<worksheet>&d;</worksheet>")
                    .write(path)),
        text(
            "laughs.xml",
            "refused FORBIDDEN_XML",
            "<?xml version='1.0'?>" + LAUGHS + message("&d;")),
        text(
            "external.xml",
            "refused FORBIDDEN_XML",
            "<!DOCTYPE a SYSTEM 'http://127.0.0.1:9/a.dtd'>" + message("")),
        bytes(
            "external-in-utf-16.xml",
            "refused FORBIDDEN_XML",
            ("\ufeff<?xml version='1.0' encoding='UTF-16'?><!DOCTYPE a [<!ENTITY b SYSTEM"
                    + " 'file:///etc/hostname'>]>"
                    + message("&b;"))
                .getBytes(StandardCharsets.UTF_16LE)),
        file(
            "relations-in-a-circle.xlsx",
            "refused .*",
            path ->
                sound().part("_rels/.rels", relation("officeDocument", "_rels/.rels")).write(path)),
        file(
            "relation-to-nothing.xlsx",
            "refused DAMAGED_FILE",
            path ->
                sound()
                    .part(
                        "xl/_rels/workbook.xml.rels", relation("worksheet", "worksheets/none.xml"))
                    .write(path)),
        file(
            "sheet-that-is-the-workbook.xlsx",
            "refused .*",
            path ->
                sound()
                    .part(
                        "xl/_rels/workbook.xml.rels",
                        relation("worksheet", "workbook.xml").replace("Id='r'", "Id='s1'"))
                    .write(path)));
  }

  private static String message(String content) {
    return "<GenericData xmlns='http://www.sdmx.org/resources/sdmxml/schemas/v2_1/message'>"
        + content
        + "</GenericData>";
  }

  private static String relation(String type, String target) {
    return "<Relationships xmlns='"
        + WorkbookZip.PACKAGE
        + "'><Relationship Id='r' Type='"
        + WorkbookZip.RELATIONS
        + "/"
        + type
        + "' Target='"
        + target
        + "'/></Relationships>";
  }

  private static List<Hostile> cells() {
    String paragraph = "x".repeat(LONGEST_CELL);
    return List.of(
        shared("one-string-in-50000-cells.xlsx", paragraph),
        shared("one-traditional-string-in-50000-cells.xlsx", "萬".repeat(LONGEST_CELL)),
        shared("one-string-of-units-in-50000-cells.xlsx", "(万元)".repeat(LONGEST_CELL / 4)),
        shared("one-string-of-areas-in-50000-cells.xlsx", "忻州市".repeat(LONGEST_CELL / 3)),
        shared("one-string-of-figures-in-50000-cells.xlsx", "1、".repeat(LONGEST_CELL / 2)),
        shared("one-spaced-string-in-50000-cells.xlsx", " ".repeat(LONGEST_CELL - 1) + "y"),
        file(
            "lines-of-one-string.xlsx",
            "figures 0 rejected 0|refused .*",
            path -> lines(path, "注：萬" + "萬元 ".repeat(8000))),
        file(
            "string-of-a-million-runs.xlsx",
            "refused (EXPANDS_TOO_MUCH|TOO_LARGE)",
            path -> sound().strings("<r><t>长</t></r>".repeat(1_000_000)).write(path)),
        file(
            "string-of-30000-runs.xlsx",
            "figures 1 rejected 0",
            path -> sound().strings("<r><t>长</t></r>".repeat(30_000)).write(path)),
        file(
            "string-beyond-the-table.xlsx",
            "refused DAMAGED_FILE",
            path ->
                sound()
                    .strings("a")
                    .sheet("<row><c t='s'><v>99999999999999999999</v></c></row>")
                    .write(path)));
  }

  /** A table whose labels and figures are one string. */
  private static Hostile shared(String name, String string) {
    // What is all alike would be refused for the ratio that it expands by.
    Random noise = new Random(1);
    return file(
        name,
        "figures 1 rejected 50000 UNKNOWN_AREA NOT_A_NUMBER",
        path ->
            new WorkbookZip()
                .strings("县区", "2025年1-4月固定资产投资（万元）", string)
                .sheet(
                    sheet(
                        out -> {
                          write(out, "<row><c t='s'><v>0</v></c><c t='s'><v>1</v></c></row>");
                          write(out, "<row>" + inline("代县") + "<c><v>1</v></c></row>");
                          for (int i = 0; i < 25_000; i++) {
                            write(
                                out,
                                "<row><c t='s'><v>2</v></c><c><v>"
                                    + noise.nextInt()
                                    + "</v></c></row>");
                            write(out, "<row>" + inline("代县") + "<c t='s'><v>2</v></c></row>");
                          }
                        },
                        ""))
                .write(path));
  }

  private static void lines(Path path, String string) throws IOException {
    Random noise = new Random(1);
    new WorkbookZip()
        .strings(string)
        .sheet(
            sheet(
                out -> {
                  for (int i = 0; i < 50_000; i++) {
                    write(out, "<row spans='" + noise.nextLong() + "'><c t='s'><v>0</v></c></row>");
                  }
                },
                ""))
        .write(path);
  }

  private static List<Hostile> sheets() {
    return List.of(
        merged(
            "merged-to-the-last-cell.xlsx",
            "figures \\d+ rejected \\d+.*",
            1,
            i -> "A3:XFD1048576"),
        merged(
            "million-merged-ranges.xlsx",
            "figures 1 rejected 0",
            1_000_000,
            i -> "D" + (i + 3) + ":E" + (i + 3)),
        merged(
            "ranges-all-over-each-other.xlsx",
            "refused DAMAGED_FILE",
            100_000,
            i -> "A3:C" + (i + 4)),
        merged("range-to-nowhere.xlsx", "refused DAMAGED_FILE", 1, i -> "A1:-5"),
        merged(
            "labels-merged-down.xlsx",
            "figures 1 rejected 0",
            100_000,
            i -> "A" + (3 * i + 3) + ":A" + (3 * i + 4)),
        row("row-below-zero.xlsx", "<row r='-1'><c><v>1</v></c></row>"),
        row("row-nought.xlsx", "<row r='0'><c><v>1</v></c></row>"),
        row("row-beyond-any.xlsx", "<row r='4294967297'><c><v>1</v></c></row>"),
        file(
            "column-beyond-any.xlsx",
            "refused TOO_LARGE",
            path -> new WorkbookZip().sheet("<row><c r='XFE1'><v>1</v></c></row>").write(path)),
        file(
            "styles-that-are-not-there.xlsx",
            "figures 1 rejected 0",
            path -> new WorkbookZip().sheet(table("<c s='99999999'><v>12.5</v></c>")).write(path)),
        wide("wide-years.csv", "某某数据", c -> Integer.toString(1950 + c % 100)),
        wide("wide-ranks.csv", "全省位次", c -> Integer.toString(c % 31 + 1)),
        wide("wide-units.csv", "单位", c -> "万元"),
        wide("wide-areas.csv", "县区", c -> c % 2 == 0 ? "代县" : "12.5"),
        wide("wide-quarters.csv", "固定资产投资当季（万元）", c -> "12.5"),
        wide("wide-words.csv", "说明", c -> "第" + c + "条"),
        file("rows-of-words.csv", "figures 0 rejected 0.*|refused .*", HostileFiles::rowsOfWords));
  }

  private static Hostile row(String name, String row) {
    return file(name, "refused DAMAGED_FILE", path -> new WorkbookZip().sheet(row).write(path));
  }

  private interface Reference {
    String at(int index);
  }

  private static Hostile merged(String name, String outcome, int count, Reference reference) {
    return file(
        name,
        outcome,
        path ->
            new WorkbookZip()
                .sheet(
                    out -> {
                      write(out, "<worksheet xmlns='" + WorkbookZip.MAIN + "'><sheetData>");
                      write(out, table("<c><v>12.5</v></c>"));
                      if (name.startsWith("labels")) {
                        for (int i = 0; i < 100_000; i++) {
                          write(
                              out,
                              "<row r='"
                                  + (3 * i + 3)
                                  + "'>"
                                  + inline("代县")
                                  + "<c><v>12.5</v></c></row>");
                          write(
                              out, "<row r='" + (3 * i + 4) + "'><c r='B1'><v>12.5</v></c></row>");
                        }
                      }
                      write(out, "</sheetData><mergeCells>");
                      for (int i = 0; i < count; i++) {
                        write(out, "<mergeCell ref='" + reference.at(i) + "'/>");
                      }
                      write(out, "</mergeCells></worksheet>");
                    })
                .write(path));
  }

  /** A table as wide as any may be, of a few rows. */
  private static Hostile wide(String name, String head, Reference cell) {
    return file(
        name,
        "figures \\d+ rejected \\d+.*|refused .*",
        path -> {
          try (BufferedWriter out = Files.newBufferedWriter(path)) {
            for (int row = 0; row < 30; row++) {
              for (int c = 0; c < 16_384; c++) {
                out.write(c == 0 ? "" : ",");
                out.write(
                    row == 0
                        ? (c % 3 == 2 ? head : c % 3 == 1 ? "时期" : head)
                        : row % 2 == 0 && c % 5 == 3 ? "" : cell.at(c));
              }
              out.write("\n");
            }
          }
        });
  }

  private static void rowsOfWords(Path path) throws IOException {
    try (BufferedWriter out = Files.newBufferedWriter(path)) {
      for (int row = 0; row < 1500; row++) {
        for (int c = 0; c < 4000; c++) {
          out.write(c == 0 ? "词" : ",词");
        }
        out.write("\n");
      }
    }
  }

  private static List<Hostile> numbers() {
    String digits = "9".repeat(10_000);
    return List.of(
        text(
            "numbers.csv",
            "figures 1 rejected 7 .*NUMBER_TOO_LONG.*",
            HEAD
                + "代县,12.5\n繁峙县,1e999999999\n五台县,1e-999999999\n定襄县,"
                + digits
                + "\n宁武县,0."
                + digits
                + "\n静乐县,1e31\n神池县,"
                + "9".repeat(31)
                + "\n五寨县,1e2147483648\n"),
        text(
            "large-by-its-unit.csv",
            "figures 1 rejected 1 NUMBER_TOO_LONG",
            "县区,2025年1-4月固定资产投资（亿元）\n代县,12.5\n繁峙县," + "9".repeat(29) + "\n"),
        number("exponent.xlsx", "1e999999999", "NOT_A_NUMBER"),
        number("exponent-below-zero.xlsx", "1e-999999999", "NOT_A_NUMBER"),
        number("digits.xlsx", digits, "NUMBER_TOO_LONG"),
        number("largest-double.xlsx", "1.7976931348623157E+308", "NUMBER_TOO_LONG"),
        number("smallest-double.xlsx", "4.9E-324", "NUMBER_TOO_LONG"),
        file(
            "not-a-number.xlsx",
            "figures 1 rejected 0",
            path ->
                new WorkbookZip()
                    .sheet(
                        table("<c><v>12.5</v></c>")
                            + "<row>"
                            + inline("繁峙县")
                            + "<c><v>NaN</v></c></row>")
                    .write(path)));
  }

  private static Hostile number(String name, String number, String code) {
    return file(
        name,
        "figures 1 rejected 1 " + code,
        path ->
            new WorkbookZip()
                .sheet(
                    table("<c><v>12.5</v></c>")
                        + "<row>"
                        + inline("繁峙县")
                        + "<c><v>"
                        + number
                        + "</v></c></row>")
                .write(path));
  }

  private static List<Hostile> words() {
    return List.of(
        repeated("areas-again-and-again.csv", "忻州市"),
        repeated("brackets-again-and-again.csv", "(万元)"),
        repeated("open-brackets.csv", "("),
        repeated("nested-units.csv", "亿元"),
        repeated("currencies.csv", "CNY"),
        repeated("places.csv", "位居"),
        repeated("peoples.csv", "壮族自治县"),
        repeated("growth.csv", "同比增长"),
        repeated("periods.csv", "2025年1-4月"),
        repeated("digits-and-dots.csv", "1.1"),
        repeated("commas.csv", "1,1"),
        repeated("spaces.csv", "万 元 "),
        repeated("ranks.csv", "较上年位次变动"));
  }

  /** A text as head, label, figure and note, as often as a cell holds it and as a head may be. */
  private static Hostile repeated(String name, String text) {
    return file(
        name,
        "figures \\d+ rejected \\d+.*|refused .*",
        path -> {
          try (BufferedWriter out = Files.newBufferedWriter(path)) {
            out.write("县区,2025年1-4月固定资产投资（万元）," + quoted(text.repeat(80 / text.length())) + "\n");
            out.write("代县,12.5,1\n");
            for (int i = 1; i <= 60; i++) {
              String again = quoted(text.repeat(Math.min(i * 140, LONGEST_CELL / text.length())));
              out.write(again + ",1,2\n代县," + again + ",3\n");
            }
            for (int i = 0; i < 2000; i++) {
              String label = quoted(i + text.repeat(75 / text.length()));
              out.write(label + ",1,2\n");
            }
            out.write(quoted("注：" + text.repeat(LONGEST_CELL / text.length() - 2)) + "\n");
          }
        });
  }

  private static String quoted(String text) {
    return '"' + text + '"';
  }

  private static List<Hostile> feeds() {
    return List.of(
        text("deep.json", "refused .*", "{\"a\":".repeat(100_000)),
        text("deep-list.json", "refused .*", "[".repeat(100_000)),
        text(
            "deep-data.json",
            "refused DAMAGED_FILE",
            "{\"class\":\"dataset\",\"extension\":" + "[".repeat(100_000)),
        text("deep.xml", "refused .*", message("<DataSet>" + "<a>".repeat(100_000))),
        text(
            "long-string.json",
            "refused .*",
            "{\"class\":\"dataset\",\"label\":\"" + "长".repeat(10_000_000) + "\"}"),
        text(
            "long-name.json",
            "refused .*",
            "{\"class\":\"dataset\",\"" + "n".repeat(10_000_000) + "\":1}"),
        text(
            "numbers.json",
            "figures 1 rejected 5 NUMBER_TOO_LONG",
            numbers(
                "1e999999999",
                "1e-999999999",
                "9".repeat(300),
                "1e2147483648",
                "\"" + "9".repeat(100_000) + "\"")),
        text(
            "digits.json", "refused DAMAGED_FILE", numbers("9".repeat(10_000), "1", "1", "1", "1")),
        text(
            "size-beyond-any.json",
            "refused .*",
            numbers("1", "1", "1", "1", "1").replace("[1,6,1]", "[1,999999999,999999999]")),
        text("entities.json", "refused .*", numbers("&d;", "1", "1", "1", "1")));
  }

  private static String numbers(String... numbers) {
    return "{\"class\":\"dataset\",\"id\":[\"indicator\",\"area\",\"time\"],\"size\":[1,6,1],\"dimension\":{\"area\":{\"category\":"
        + "{\"index\":[\"140923\",\"140924\",\"140922\",\"140921\",\"140925\",\"140926\"]}},"
        + "\"time\":{\"category\":{\"index\":[\"2024\"]}},\"indicator\":{\"category\":{\"index\":[\"x\"],"
        + "\"label\":{\"x\":\"固定资产投资（万元）\"}}}},\"value\":[12.5,"
        + String.join(",", numbers)
        + "]}";
  }

  private static List<Hostile> encodings() {
    String table = HEAD + "代县,12.5\n";
    byte[] utf8 = table.getBytes(StandardCharsets.UTF_8);
    return List.of(
        bytes(
            "utf-16-without-mark.csv",
            "figures 1 rejected 0",
            table.getBytes(StandardCharsets.UTF_16LE)),
        bytes(
            "utf-16-of-the-other-end.csv",
            "figures 1 rejected 0",
            table.getBytes(StandardCharsets.UTF_16BE)),
        bytes("utf-32.csv", "refused .*", ("\ufeff" + table).getBytes(Charset.forName("UTF-32LE"))),
        bytes(
            "utf-32-of-the-other-end.csv",
            "refused .*",
            ("\ufeff" + table).getBytes(Charset.forName("UTF-32BE"))),
        text(
            "utf-7.csv",
            "figures 0 rejected 0|refused .*|figures 0 rejected 1 .*",
            "+U7+MOg-,2025+XnQ-1-4+Zwg-\n+Tu5T6A-,12.5\n"),
        bytes(
            "ebcdic.csv",
            "refused .*|figures 0 .*",
            "COUNTY,2025\nDAIXIAN,12.5\n".getBytes(Charset.forName("IBM037"))),
        bytes(
            "gb18030-lone-byte.csv",
            "refused .*",
            joined(table.getBytes(Charset.forName("GB18030")), new byte[] {(byte) 0x81, '\n'})),
        bytes(
            "overlong.csv",
            "refused UNKNOWN_ENCODING",
            joined(
                utf8,
                new byte[] {
                  (byte) 0xC0, (byte) 0xAF, (byte) 0xE0, (byte) 0x80, (byte) 0xAF, '\n'
                })),
        bytes(
            "surrogates.csv",
            "refused UNKNOWN_ENCODING",
            joined(utf8, new byte[] {(byte) 0xED, (byte) 0xA0, (byte) 0x80, '\n'})),
        bytes(
            "two-encodings.csv",
            "refused UNKNOWN_ENCODING",
            joined(utf8, "繁峙县,13\n".getBytes(Charset.forName("GB18030")))),
        bytes("zero-bytes.csv", "refused .*", joined(utf8, new byte[] {0, 0, 0, '\n'})),
        bytes(
            "mark-in-the-middle.csv",
            "figures 2 rejected 0",
            (table + "\ufeff繁峙县,13\n").getBytes(StandardCharsets.UTF_8)),
        bytes("only-a-mark.csv", "refused .*", "\ufeff".getBytes(StandardCharsets.UTF_8)));
  }

  private static byte[] joined(byte[] one, byte[] other) {
    byte[] both = Arrays.copyOf(one, one.length + other.length);
    System.arraycopy(other, 0, both, one.length, other.length);
    return both;
  }

  private static List<Hostile> old() {
    return List.of(
        file(
            "records-cut-short.xls",
            "refused DAMAGED_FILE",
            path -> {
              byte[] whole = workbook();
              Files.write(
                  path, BiffFuzz.contained(Arrays.copyOf(records(), records().length * 2 / 3)));
              Files.write(path.resolveSibling("whole.xls"), whole);
            }),
        file(
            "sectors-in-a-circle.xls",
            "refused DAMAGED_FILE",
            path -> Files.write(path, circled(0))),
        file(
            "directory-in-a-circle.xls",
            "refused DAMAGED_FILE",
            path -> Files.write(path, circled(1))),
        file(
            "record-longer-than-the-file.xls",
            "refused DAMAGED_FILE",
            path -> {
              byte[] records = records();
              records[2] = (byte) 0xFF;
              records[3] = (byte) 0x7F;
              Files.write(path, BiffFuzz.contained(records));
            }),
        file(
            "texts-beyond-any.xls",
            "refused DAMAGED_FILE",
            path -> Files.write(path, BiffFuzz.contained(manyTexts()))));
  }

  private static byte[] workbook() throws IOException {
    try (HSSFWorkbook book = new HSSFWorkbook();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
      var sheet = book.createSheet("表");
      var head = sheet.createRow(0);
      head.createCell(0).setCellValue("县区");
      head.createCell(1).setCellValue("2025年1-4月固定资产投资（万元）");
      for (int i = 1; i < 400; i++) {
        var row = sheet.createRow(i);
        row.createCell(0).setCellValue("代县" + i);
        row.createCell(1).setCellValue(i);
      }
      book.write(bytes);
      return bytes.toByteArray();
    }
  }

  private static byte[] records() throws IOException {
    try (var container = new POIFSFileSystem(new ByteArrayInputStream(workbook()));
        var in = container.createDocumentInputStream("Workbook")) {
      return in.readAllBytes();
    }
  }

  /** Every chain of sectors leads back to one of them. */
  private static byte[] circled(int back) throws IOException {
    byte[] bytes = workbook();
    int sector = (bytes[0x4C] & 0xFF | (bytes[0x4D] & 0xFF) << 8) * 512 + 512;
    for (int at = sector; at < sector + 512; at += 4) {
      bytes[at] = (byte) back;
      bytes[at + 1] = 0;
      bytes[at + 2] = 0;
      bytes[at + 3] = 0;
    }
    return bytes;
  }

  /** A table of shared texts that says that it has two thousand million of them. */
  private static byte[] manyTexts() throws IOException {
    byte[] records = records();
    for (int at = 0; at + 12 < records.length; ) {
      int sid = records[at] & 0xFF | (records[at + 1] & 0xFF) << 8;
      if (sid == 0xFC) {
        records[at + 11] = 0x7F;
        break;
      }
      at += 4 + (records[at + 2] & 0xFF | (records[at + 3] & 0xFF) << 8);
    }
    return records;
  }

  private static WorkbookZip sound() {
    return new WorkbookZip().strings("a").formats("0").sheet(table("<c><v>12.5</v></c>"));
  }

  private static String table(String figure) {
    return "<row>"
        + inline("县区")
        + inline("2025年1-4月固定资产投资（万元）")
        + "</row><row>"
        + inline("代县")
        + figure
        + "</row>";
  }

  private static String inline(String text) {
    return "<c t='inlineStr'><is><t>" + text + "</t></is></c>";
  }

  private static WorkbookZip.PartWriter sheet(WorkbookZip.PartWriter rows, String behind) {
    return out -> {
      write(out, "<worksheet xmlns='" + WorkbookZip.MAIN + "'><sheetData>");
      rows.write(out);
      write(out, "</sheetData>" + behind + "</worksheet>");
    };
  }

  private static void write(OutputStream out, String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.UTF_8));
  }

  private static void bomb(Path path) throws IOException {
    byte[] blank = new byte[1 << 20];
    Arrays.fill(blank, (byte) ' ');
    new WorkbookZip()
        .sheet(
            out -> {
              write(out, "<worksheet xmlns='" + WorkbookZip.MAIN + "'><sheetData><!--");
              for (int i = 0; i < 300; i++) {
                out.write(blank);
              }
              write(out, "--></sheetData></worksheet>");
            })
        .write(path);
  }

  private static void manyEntries(Path path) throws IOException {
    try (ZipOutputStream zip =
        new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(path)))) {
      zip.setMethod(ZipOutputStream.STORED);
      for (int i = 0; i < 210_000; i++) {
        ZipEntry entry = new ZipEntry("xl/" + i);
        entry.setSize(0);
        entry.setCrc(0);
        zip.putNextEntry(entry);
      }
    }
  }

  private static void overlapping(Path path) throws IOException {
    Path sound = Files.createTempFile("sound", ".xlsx");
    WorkbookZip book = new WorkbookZip();
    for (int i = 0; i < 1000; i++) {
      book.sheet(table("<c><v>12.5</v></c>"));
    }
    book.write(sound);
    byte[] rows =
        ("<worksheet xmlns='"
                + WorkbookZip.MAIN
                + "'><sheetData>"
                + "<row><c><v>12.5</v></c></row>".repeat(30_000)
                + "</sheetData></worksheet>")
            .getBytes(StandardCharsets.UTF_8);
    RawZip raw = new RawZip();
    try (ZipFile zip = new ZipFile(sound.toFile())) {
      RawZip.Data shared = raw.data("xl/worksheets/sheet1.xml", rows);
      for (ZipEntry entry : (Iterable<ZipEntry>) zip.stream().map(ZipEntry.class::cast)::iterator) {
        String name = entry.getName();
        raw.entry(
            name,
            name.contains("sheet")
                ? shared
                : raw.data(name, zip.getInputStream(entry).readAllBytes()));
      }
    } finally {
      Files.delete(sound);
    }
    Files.write(path, raw.written());
  }

  private static void nested(Path path) throws IOException {
    byte[] inner = zip("0.txt", new byte[10 << 20]);
    for (int depth = 0; depth < 5; depth++) {
      inner = zip("inner" + depth + ".zip", inner);
    }
    Files.write(path, inner);
  }

  private static void nestedInWorkbook(Path path) throws IOException {
    byte[] bomb = zip("0.txt", new byte[10 << 20]);
    sound()
        .part("xl/embeddings/bomb.zip", bomb)
        .part("xl/media/bomb.xlsx", zip("a.zip", bomb))
        .write(path);
  }

  private static byte[] zip(String name, byte[] content) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry(name));
      zip.write(content);
    }
    return bytes.toByteArray();
  }

  private static void climbing(Path path) throws IOException {
    sound()
        .part("../../../../tmp/yanmen-was-here", "out")
        .part("/tmp/yanmen-was-here", "out")
        .part("..\\..\\yanmen-was-here", "out")
        .part("xl/worksheets/../../../yanmen-was-here", "out")
        .write(path);
  }

  private static void samePart(Path path) throws IOException {
    StringBuilder sheets = new StringBuilder();
    for (int i = 0; i < 2000; i++) {
      sheets
          .append("<sheet name='S")
          .append(i)
          .append("' sheetId='")
          .append(i + 1)
          .append("' r:id='s1'/>");
    }
    StringBuilder rows = new StringBuilder();
    for (int i = 0; i < 20_000; i++) {
      rows.append("<row>")
          .append(inline("代县" + i))
          .append("<c><v>")
          .append(i)
          .append("</v></c></row>");
    }
    new WorkbookZip()
        .sheet(rows.toString())
        .part(
            "xl/workbook.xml",
            "<workbook xmlns='"
                + WorkbookZip.MAIN
                + "' xmlns:r='"
                + WorkbookZip.RELATIONS
                + "'><sheets>"
                + sheets
                + "</sheets></workbook>")
        .write(path);
  }
}
