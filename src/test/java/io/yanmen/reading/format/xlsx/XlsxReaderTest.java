package io.yanmen.reading.format.xlsx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.yanmen.model.table.Cell;
import io.yanmen.model.table.CellKind;
import io.yanmen.model.table.CellRange;
import io.yanmen.model.table.SheetInfo;
import io.yanmen.model.table.Style;
import io.yanmen.reading.format.FileTableReader;
import io.yanmen.reading.format.RowCollector;
import io.yanmen.reading.format.WorkbookZip;
import io.yanmen.reading.format.limit.ReadLimits;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class XlsxReaderTest {
  private final Path folder;

  XlsxReaderTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          <c r='A1'><v>12.30</v></c>                                   | NUMBER 12.3
          <c r='A1'><v>0.30000000000000004</v></c>                     | NUMBER 0.3
          <c r='A1'><v>1e999999999</v></c>                             | TEXT 1e999999999
          <c r='A1' s='1'><v>0.081</v></c>                             | PERCENT 0.081
          <c r='A1' s='2'><v>45777</v></c>                             | DATE 2025-04-30
          <c r='A1' s='3'><v>45777</v></c>                             | DATE 2025-04
          <c r='A1' s='4'><v>0.5</v></c>                               | TEXT 12:00
          <c r='A1' s='99'><v>5</v></c>                                | NUMBER 5
          <c r='A1' t='s'><v>1</v></c>                                 | TEXT 代县
          <c r='A1' t='s'><v>2</v></c>                                 | TEXT 原煤产量（万吨）
          <c r='A1' t='s'><v>3</v></c>                                 | EMPTY
          <c r='A1' t='s'><v>4</v></c>                                 | TEXT 一\r二_x
          <c r='A1' t='inlineStr'><is><t>代县</t></is></c>             | TEXT 代县
          <c r='A1' t='inlineStr'><is><r><t>代</t></r><r><t>县</t></r></is></c> | TEXT 代县
          <c r='A1' t='str'><f>B1</f><v>以上</v></c>                   | TEXT 以上
          <c r='A1' t='str'><f>IF(1,"","")</f><v></v></c>              | EMPTY
          <c r='A1'><f>SUM(B1:B2)</f><v>7</v></c>                      | NUMBER 7
          <c r='A1'><f>SUM(B1:B2)</f></c>                              | FORMULA_WITHOUT_VALUE SUM(B1:B2)
          <c r='A1'><f>SUM(B1:B2)</f><v/></c>                          | FORMULA_WITHOUT_VALUE SUM(B1:B2)
          <c r='A1' t='b'><v>1</v></c>                                 | BOOLEAN TRUE
          <c r='A1' t='b'><v>0</v></c>                                 | BOOLEAN FALSE
          <c r='A1' t='e'><f>1/0</f><v>#DIV/0!</v></c>                 | ERROR #DIV/0!
          <c r='A1' t='d'><v>2025-04-30T00:00:00</v></c>               | DATE 2025-04-30
          <c r='A1' t='d' s='3'><v>2025-04-30</v></c>                  | DATE 2025-04
          <c r='A1' s='2'><v>-3</v></c>                                | ERROR #####
          <c><v>1</v></c>                                              | NUMBER 1
          <c r='A1' s='1'/>                                            | EMPTY
          <c r='A1'><extLst><ext><v>9</v></ext></extLst><v>1</v></c>   | NUMBER 1
          <c r='A1'><v><![CDATA[4]]>2</v></c>                          | NUMBER 42
          """)
  void cellIsWhatItsMarkupSays(String cell, String expected) throws Exception {
    RowCollector read =
        read(
            new WorkbookZip()
                .formats("0.0%", "14", "yyyy\"年\"m\"月\"", "h:mm")
                .strings(
                    "其他",
                    "代县",
                    "<r><rPr><b/></rPr><t>原煤</t></r><r><t>产量（万吨）</t></r>"
                        + "<rPh sb='0' eb='2'><t>yuanmei</t></rPh><phoneticPr fontId='1'/>",
                    "",
                    "一_x000D_二_x")
                .sheet(
                    "<row r='1'>"
                        + cell.replace("\\r", "")
                        + "</row>"
                        + "<row r='2'><c r='A2'><v>1</v></c></row>"));
    assertThat(read.shown(0, 0)).isEqualTo(expected.replace("\\r", "\r"));
  }

  /** A thread counts instead of the comment that stands for it in older spreadsheets. */
  @Test
  void rowsCarryTheCommentsOnTheirCells() throws Exception {
    String relation =
        "<Relationship Id='%s' Type='http://schemas.microsoft.com/%s' Target='../%s.xml'/>";
    RowCollector read =
        read(
            new WorkbookZip()
                .sheet(
                    "<row r='1'><c r='A1'><v>1</v></c></row><row r='2'><c r='A2'><v>2</v></c></row>"
                        + "<row r='3'><c r='A3'><v>3</v></c></row>")
                .part(
                    "xl/worksheets/_rels/sheet1.xml.rels",
                    "<Relationships xmlns='"
                        + WorkbookZip.PACKAGE
                        + "'>"
                        + relation.formatted("a", "relationships/comments", "comments1")
                        + relation.formatted("b", "relationships/threadedComment", "threads1")
                        + relation.formatted("c", "relationships/comments", "missing")
                        + "</Relationships>")
                .part(
                    "xl/comments1.xml",
                    "<comments xmlns='"
                        + WorkbookZip.MAIN
                        + "'><authors><author>张三</author><author>tc={1}</author></authors>"
                        + "<commentList><comment ref='A1' authorId='0'><text><r><t>张三:</t></r>"
                        + "<r><t>预计</t></r><r><t>数</t></r></text></comment>"
                        + "<comment ref='C2' authorId='1'><text><t>[Threaded comment] 当月</t></text>"
                        + "</comment></commentList></comments>")
                .part(
                    "xl/threads1.xml",
                    "<ThreadedComments><threadedComment ref='C2'><text>当月</text></threadedComment>"
                        + "<threadedComment ref='C2'><text>是</text></threadedComment>"
                        + "</ThreadedComments>"));

    assertThat(read.row(0, 0).comments()).containsExactly(entry(0, "预计数"));
    assertThat(read.row(0, 1).comments()).containsExactly(entry(2, "当月\n是"));
    assertThat(read.row(0, 2).comments()).isEmpty();
  }

  @Test
  void cellKeepsTheCodeOfItsFormat() throws Exception {
    RowCollector read =
        read(
            new WorkbookZip()
                .formats("0!.0,\"万\"")
                .sheet(
                    "<row><c s='1'><v>45000</v></c><c t='inlineStr'><is><t>x</t></is></c></row>"));
    assertThat(read.shown(0, 0)).isEqualTo("NUMBER 45000");
    assertThat(read.cell(0, 0).format()).isEqualTo("0!.0,\"万\"");
    assertThat(read.cell(0, 0).style().look()).isEqualTo(Style.Look.OTHER_NUMBER);
    assertThat(read.cell(0, 1)).isEqualTo(Cell.text("x"));
  }

  @Test
  void rowsAndCellsWithoutReferencesFollowTheOneBefore() throws Exception {
    RowCollector read =
        read(
            new WorkbookZip()
                .sheet(
                    "<row><c><v>1</v></c><c r='D1'><v>2</v></c><c><v>3</v></c></row>"
                        + "<row r='5'><c r='b5'><v>4</v></c></row><row><c><v>5</v></c></row>"));
    assertThat(read.rows.get(0).keySet()).containsExactly(0, 4, 5);
    assertThat(read.row(0, 0).cells())
        .extracting(Cell::text)
        .containsExactly("1", "", "", "2", "3");
    assertThat(read.cell(4, 1).text()).isEqualTo("4");
  }

  @Test
  void mergedRangesStandBeforeTheRows() throws Exception {
    String merges =
        "<!-- <mergeCell ref='Z1:Z2'/> --><mergeCells count='2'><mergeCell ref=\"A1:C1\"/>"
            + "<mergeCell other='1' ref = 'B3:B4'></mergeCell></mergeCells>";
    String data =
        "<sheetData><row><c t='inlineStr'><is><t><![CDATA[<mergeCell ref='X1:X2'/>]]></t></is></c>"
            + "</row></sheetData>";
    RowCollector read = read(new WorkbookZip().sheet("表", "", data + merges));
    assertThat(read.sheets.get(0).merged())
        .containsExactly(new CellRange(0, 0, 0, 2), new CellRange(2, 1, 3, 1));
    assertThat(read.cell(0, 0).text()).isEqualTo("<mergeCell ref='X1:X2'/>");
  }

  @Test
  void sheetInUtf16HasItsMergedRanges() throws Exception {
    String sheet =
        "<?xml version='1.0' encoding='UTF-16'?><worksheet xmlns='"
            + WorkbookZip.MAIN
            + "'>"
            + "<sheetData><row><c><v>1</v></c></row></sheetData>"
            + "<mergeCells><mergeCell ref='A1:B2'/></mergeCells></worksheet>";
    RowCollector read =
        read(new WorkbookZip().sheet(out -> out.write(sheet.getBytes(StandardCharsets.UTF_16))));
    assertThat(read.sheets.get(0).merged()).containsExactly(new CellRange(0, 0, 1, 1));
    assertThat(read.shown(0, 0)).isEqualTo("NUMBER 1");
  }

  @Test
  void sheetsComeInOrderWithHiddenOnesAndWithoutCharts() throws Exception {
    String data = "<sheetData><row hidden='1'><c><v>1</v></c></row></sheetData>";
    RowCollector read =
        read(
            new WorkbookZip()
                .sheet("一月", "", data)
                .chartSheet("图")
                .sheet("二月", "state='hidden'", data)
                .sheet("三月", "state='veryHidden'", "<sheetData/>"));
    assertThat(read.sheets).extracting(SheetInfo::name).containsExactly("一月", "二月", "三月");
    assertThat(read.sheets).extracting(SheetInfo::index).containsExactly(0, 2, 3);
    assertThat(read.sheets).extracting(SheetInfo::hidden).containsExactly(false, true, true);
    assertThat(read.sheets).allMatch(SheetInfo::merges);
    assertThat(read.row(0, 0).hidden()).isTrue();
    assertThat(read.ended).isEqualTo(3);
  }

  @Test
  void strictWorkbookWithPrefixesIsRead() throws Exception {
    String main = "http://purl.oclc.org/ooxml/spreadsheetml/main";
    String relations = "http://purl.oclc.org/ooxml/officeDocument/relationships";
    String packageRelations = "http://schemas.openxmlformats.org/package/2006/relationships";
    RowCollector read =
        read(
            new WorkbookZip()
                .part(
                    "_rels/.rels",
                    "<p:Relationships xmlns:p='"
                        + packageRelations
                        + "'><p:Relationship Id='a' "
                        + "Type='"
                        + relations
                        + "/officeDocument' Target='/book/main.xml'/>"
                        + "</p:Relationships>")
                .part(
                    "book/_rels/main.xml.rels",
                    "<p:Relationships xmlns:p='"
                        + packageRelations
                        + "'><p:Relationship Id='b' "
                        + "Type='"
                        + relations
                        + "/worksheet' Target='../S1.xml'/>"
                        + "</p:Relationships>")
                .part(
                    "book\\main.xml",
                    "<x:workbook xmlns:x='"
                        + main
                        + "' xmlns:q='"
                        + relations
                        + "' conformance='strict'><x:workbookPr date1904='true'/><x:sheets>"
                        + "<x:sheet name='表' sheetId='1' q:id='b'/></x:sheets></x:workbook>")
                .part(
                    "S1.xml",
                    "<x:worksheet xmlns:x='"
                        + main
                        + "'><x:sheetData><x:row r='1'>"
                        + "<x:c r='A1' t='d'><x:v>2025-04-30</x:v></x:c></x:row></x:sheetData>"
                        + "<x:mergeCells><x:mergeCell ref='A1:B1'/></x:mergeCells></x:worksheet>"));
    assertThat(read.shown(0, 0)).isEqualTo("DATE 2025-04-30");
    assertThat(read.sheets.get(0).merged()).containsExactly(new CellRange(0, 0, 0, 1));
  }

  @Test
  void datesOfA1904WorkbookCountFrom1904() throws Exception {
    RowCollector read =
        read(
            new WorkbookZip()
                .beforeSheets("<workbookPr date1904='1'/>")
                .formats("14")
                .sheet("<row><c s='1'><v>44315</v></c></row>"));
    assertThat(read.shown(0, 0)).isEqualTo("DATE 2025-04-30");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "7"})
  void zeroOfAWorkbookThatNobodyCalculatedIsNoResult(String value) throws Exception {
    RowCollector read =
        read(
            new WorkbookZip()
                .afterSheets("<calcPr fullCalcOnLoad='1'/>")
                .sheet("<row><c><f>A2</f><v>" + value + "</v></c><c><v>0</v></c></row>"));
    assertThat(read.cell(0, 0).kind())
        .isEqualTo(value.equals("0") ? CellKind.FORMULA_WITHOUT_VALUE : CellKind.NUMBER);
    assertThat(read.shown(0, 1)).isEqualTo("NUMBER 0");
  }

  @Test
  void oddAndDoubleNamesInTheArchiveAreHarmless() throws Exception {
    RowCollector read =
        read(
            new WorkbookZip()
                .part("../../evil.xml", "x")
                .part("附件/图片.png", "x")
                .sheet("<row><c><v>1</v></c></row>")
                .part("XL/Worksheets/SHEET1.xml", "<other/>"));
    assertThat(read.shown(0, 0)).isEqualTo("NUMBER 1");
  }

  private RowCollector read(WorkbookZip workbook) throws Exception {
    Path file = workbook.write(folder.resolve("a.xlsx"));
    RowCollector collector = new RowCollector();
    new FileTableReader(ReadLimits.DEFAULT).read(file, "a.xlsx", collector);
    return collector;
  }
}
