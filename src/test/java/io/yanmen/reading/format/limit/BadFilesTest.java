package io.yanmen.reading.format.limit;

import static io.yanmen.model.outcome.RejectionCode.DAMAGED_FILE;
import static io.yanmen.model.outcome.RejectionCode.EMPTY_FILE;
import static io.yanmen.model.outcome.RejectionCode.EXPANDS_TOO_MUCH;
import static io.yanmen.model.outcome.RejectionCode.FORBIDDEN_XML;
import static io.yanmen.model.outcome.RejectionCode.PASSWORD_PROTECTED;
import static io.yanmen.model.outcome.RejectionCode.TOO_LARGE;
import static io.yanmen.model.outcome.RejectionCode.UNSUPPORTED_FORMAT;
import static io.yanmen.model.outcome.RejectionCode.WRONG_FORMAT;
import static org.assertj.core.api.Assertions.assertThat;

import io.yanmen.model.outcome.Rejection;
import io.yanmen.model.outcome.RejectionCode;
import io.yanmen.reading.format.FileTableReader;
import io.yanmen.reading.format.RowCollector;
import io.yanmen.reading.format.WorkbookZip;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.hssf.record.crypto.Biff8EncryptionKey;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.crypt.Encryptor;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BadFilesTest {
  private static final String ROW = "<row><c><v>1</v></c></row>";

  private final Path folder;

  BadFilesTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @ParameterizedTest
  @ValueSource(strings = {"a.csv", "a.xlsx", "a.xls", "a"})
  void fileWithoutBytesIsEmpty(String name) throws Exception {
    assertThat(Refused.reading(write(name, new byte[0])).code()).isEqualTo(EMPTY_FILE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a.xlsx", "a.xls"})
  void workbookWithoutContentIsEmpty(String name) throws Exception {
    try (Workbook book = workbook(name)) {
      Row row = book.createSheet("表").createRow(0);
      row.createCell(0).setCellValue("  ");
      row.createCell(1).setBlank();
      assertThat(Refused.reading(write(name, book)).code()).isEqualTo(EMPTY_FILE);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "a.xlsx, 25504446, WRONG_FORMAT, PDF",
    "a.csv, 25504446, WRONG_FORMAT, PDF",
    "a.pdf, 25504446, UNSUPPORTED_FORMAT, PDF",
    "a, 25504446, UNSUPPORTED_FORMAT, PDF",
    "a.xls, 89504E470D0A1A0A, WRONG_FORMAT, PNG",
    "a.csv, FFD8FFE000104A, WRONG_FORMAT, JPEG",
    "a.csv, 1F8B0800000000, WRONG_FORMAT, gzip",
    "a.gz, 1F8B0800, UNSUPPORTED_FORMAT, gzip",
    "a.xls, 7B5C72746631, WRONG_FORMAT, RTF",
    "a.xls, 3C68746D6C3E3C74, WRONG_FORMAT, HTML",
    "a.xls, EFBBBF0D0A3C7461626C6520, WRONG_FORMAT, HTML",
    "a.csv, 3C21444F43545950452068746D6C3E, WRONG_FORMAT, HTML",
    "a.xls, 3C3F786D6C2076657273696F6E3D22312E30223F3E3C613E, WRONG_FORMAT, XML",
    "a.xls, 0902060000000400, UNSUPPORTED_FORMAT, Excel 95 (xls)",
    "a.xlsx, 412C420A312C32, WRONG_FORMAT, csv/txt",
    "a.xls, 412C420A312C32, WRONG_FORMAT, csv/txt",
    "a.pdf, 412C420A312C32, WRONG_FORMAT, csv/txt",
    "a.xlsx, D0CF11E0A1B11AE100000000, DAMAGED_FILE, ''",
    "a.xlsx, 504B030400, DAMAGED_FILE, ''",
    "a.csv, 504B030400, WRONG_FORMAT, ZIP"
  })
  void fileThatIsNoTableIsRefusedAsWhatItIs(
      String name, String bytes, RejectionCode code, String looksLike) throws Exception {
    Rejection refusal = Refused.reading(write(name, java.util.HexFormat.of().parseHex(bytes)));
    assertThat(refusal.code()).isEqualTo(code);
    assertThat(refusal.isOfFile()).isTrue();
    assertThat(refusal.arguments().get(refusal.arguments().size() - 1)).contains(looksLike);
    if (code == WRONG_FORMAT) {
      assertThat(name).endsWith(refusal.arguments().get(0));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "xl/workbook.bin, xlsb",
    "word/document.xml, Word (docx)",
    "ppt/slides.xml, PowerPoint (pptx)",
    "readme.txt, ZIP"
  })
  void archiveThatIsNoWorkbookIsRefused(String part, String looksLike) throws Exception {
    Path file = folder.resolve("a.xlsx");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      zip.putNextEntry(new ZipEntry(part));
      zip.write(1);
    }
    Rejection refusal = Refused.reading(file);
    assertThat(refusal.code()).isEqualTo(WRONG_FORMAT);
    assertThat(refusal.arguments()).containsExactly(".xlsx", looksLike);
    assertThat(Refused.reading(file, "a.zip", ReadLimits.DEFAULT).code())
        .isEqualTo(UNSUPPORTED_FORMAT);
  }

  @ParameterizedTest
  @CsvSource({"WordDocument, Word (doc)", "Book, Excel 95 (xls)", "Contents, OLE2"})
  void compoundFileThatIsNoWorkbookIsRefused(String stream, String looksLike) throws Exception {
    Path file = folder.resolve("a.wps");
    try (POIFSFileSystem ole2 = new POIFSFileSystem();
        OutputStream out = Files.newOutputStream(file)) {
      ole2.createDocument(new java.io.ByteArrayInputStream(new byte[5000]), stream);
      ole2.writeFilesystem(out);
    }
    Rejection refusal = Refused.reading(file);
    assertThat(refusal.code()).isEqualTo(UNSUPPORTED_FORMAT);
    assertThat(refusal.arguments()).containsExactly(looksLike);
  }

  @ParameterizedTest
  @CsvSource({"a.xlsx, a.xls", "a.xls, a.xlsx", "a.xlsx, a.csv", "a.xls, a.txt"})
  void workbookUnderAnotherEndingIsRefused(String made, String named) throws Exception {
    try (Workbook book = filled(made)) {
      Rejection refusal = Refused.reading(write(made, book), named, ReadLimits.DEFAULT);
      assertThat(refusal.code()).isEqualTo(WRONG_FORMAT);
      assertThat(refusal.arguments()).containsExactly(named.substring(1), made.substring(2));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", "a.2025年", "a.et"})
  void workbookWhoseNameClaimsNothingElseIsRead(String name) throws Exception {
    try (Workbook book = filled("a.xls")) {
      RowCollector read = new RowCollector();
      new FileTableReader(ReadLimits.DEFAULT).read(write("a.xls", book), name, read);
      assertThat(read.rows.get(0)).isNotEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"a.xlsx", "a.xls"})
  void workbookCutAnywhereIsDamaged(String name) throws Exception {
    byte[] whole;
    try (Workbook book = filled(name)) {
      whole = Files.readAllBytes(write(name, book));
    }
    for (int twentieth = 1; twentieth < 20; twentieth++) {
      byte[] cut = Arrays.copyOf(whole, whole.length * twentieth / 20);
      assertThat(Refused.reading(write(name, cut)).code())
          .as("%d of %d bytes", cut.length, whole.length)
          .isEqualTo(DAMAGED_FILE);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"a.xlsx", "a.xls"})
  void damageNeverEscapesAsAnythingButARefusal(String name) throws Exception {
    byte[] whole;
    try (Workbook book = filled(name)) {
      whole = Files.readAllBytes(write(name, book));
    }
    Random random = new Random(Integer.getInteger("fuzz", 11));
    int refused = 0;
    for (int run = 0; run < Integer.getInteger("fuzz", 300); run++) {
      byte[] bent = whole.clone();
      for (int i = 0; i < 20; i++) {
        bent[8 + random.nextInt(bent.length - 8)] = (byte) random.nextInt(256);
      }
      Path file = write(name, bent);
      try {
        new FileTableReader(ReadLimits.DEFAULT).read(file, name, new RowCollector());
      } catch (io.yanmen.model.outcome.UnreadableFileException e) {
        refused++;
      }
    }
    assertThat(refused).isPositive();
  }

  @Test
  void oddMarkupNeverEscapesAsAnythingButARefusal() throws Exception {
    String name = "xl/worksheets/sheet1.xml";
    byte[] whole =
        ("<worksheet xmlns='"
                + WorkbookZip.MAIN
                + "'><sheetData>"
                + "<row r='2' hidden='1'><c r='B2' t='s' s='1'><v>0</v></c><c r='C2' s='1'>"
                + "<f>A1</f><v>0.125</v></c><c r='D2' t='inlineStr'><is><r><t>代县</t></r></is></c>"
                + "</row></sheetData><mergeCells><mergeCell ref='A1:B2'/></mergeCells></worksheet>")
            .getBytes(StandardCharsets.UTF_8);
    byte[] marks = "<>/='\"&;!-[]AZ09es \0\u0080".getBytes(StandardCharsets.ISO_8859_1);
    Random random = new Random(Integer.getInteger("fuzz", 13));
    int refused = 0;
    for (int run = 0; run < Integer.getInteger("fuzz", 300); run++) {
      byte[] bent = whole.clone();
      for (int i = 0; i <= random.nextInt(3); i++) {
        bent[random.nextInt(bent.length)] = marks[random.nextInt(marks.length)];
      }
      Path file =
          new WorkbookZip()
              .strings("a")
              .formats("0.0%")
              .sheet(ROW)
              .part(name, bent)
              .write(folder.resolve("a.xlsx"));
      try {
        new FileTableReader(ReadLimits.DEFAULT).read(file, "a.xlsx", new RowCollector());
      } catch (io.yanmen.model.outcome.UnreadableFileException e) {
        refused++;
      }
    }
    assertThat(refused).isPositive();
  }

  @Test
  void changedByteWithinAPartIsDamage() throws Exception {
    Path file = folder.resolve("a.xlsx");
    byte[] sheet =
        ("<worksheet xmlns='"
                + WorkbookZip.MAIN
                + "'><sheetData>"
                + ROW
                + "</sheetData></worksheet>")
            .getBytes(StandardCharsets.UTF_8);
    new WorkbookZip().sheet(out -> out.write(sheet)).write(file);
    // The checksum in the directory at the end is what no reader may overlook.
    byte[] bytes = Files.readAllBytes(file);
    byte[] name = "xl/worksheets/sheet1.xml".getBytes(StandardCharsets.UTF_8);
    int directory = lastIndexOf(bytes, name) - 46;
    bytes[directory + 16] ^= 1;
    assertThat(Refused.reading(write("a.xlsx", bytes)).code()).isEqualTo(DAMAGED_FILE);
  }

  @Test
  void encryptedXlsxIsProtected() throws Exception {
    Path file = folder.resolve("a.xlsx");
    try (POIFSFileSystem ole2 = new POIFSFileSystem();
        Workbook book = filled("a.xlsx");
        OutputStream out = Files.newOutputStream(file)) {
      Encryptor encryptor = new EncryptionInfo(EncryptionMode.standard).getEncryptor();
      encryptor.confirmPassword("秘密");
      try (OutputStream encrypted = encryptor.getDataStream(ole2)) {
        book.write(encrypted);
      }
      ole2.writeFilesystem(out);
    }
    assertThat(Refused.reading(file).code()).isEqualTo(PASSWORD_PROTECTED);
  }

  @Test
  void encryptedXlsIsProtected() throws Exception {
    Biff8EncryptionKey.setCurrentUserPassword("secret");
    try (Workbook book = filled("a.xls")) {
      Path file = write("a.xls", book);
      Biff8EncryptionKey.setCurrentUserPassword(null);
      assertThat(Refused.reading(file).code()).isEqualTo(PASSWORD_PROTECTED);
    } finally {
      Biff8EncryptionKey.setCurrentUserPassword(null);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "xl/workbook.xml",
        "xl/worksheets/sheet1.xml",
        "xl/sharedStrings.xml",
        "xl/styles.xml",
        "xl/_rels/workbook.xml.rels",
        "_rels/.rels"
      })
  void documentTypeIsForbiddenInEveryPart(String part) throws Exception {
    String bomb =
        "<?xml version='1.0'?><!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/hostname'>]><a>&b;</a>";
    Path file =
        new WorkbookZip()
            .strings("a")
            .formats("0")
            .sheet(ROW)
            .part(part, bomb)
            .write(folder.resolve("a.xlsx"));
    Rejection refusal = Refused.reading(file);
    assertThat(refusal.code()).isEqualTo(FORBIDDEN_XML);
    assertThat(refusal.arguments()).containsExactly(part);
  }

  @Test
  void entityThatNobodyDeclaredIsRefused() throws Exception {
    Path file =
        new WorkbookZip().sheet("<row><c><v>&b;</v></c></row>").write(folder.resolve("a.xlsx"));
    assertThat(Refused.reading(file).code()).isIn(FORBIDDEN_XML, DAMAGED_FILE);
  }

  @ParameterizedTest
  @CsvSource({
    "xl/worksheets/sheet1.xml, false", "xl/sharedStrings.xml, false", "xl/styles.xml, false",
    "xl/worksheets/sheet1.xml, true", "xl/sharedStrings.xml, true", "xl/styles.xml, true"
  })
  void partThatExpandsByMoreThanTheRatioIsRefused(String part, boolean lies) throws Exception {
    byte[] block = "<a/>".repeat(1 << 18).getBytes(StandardCharsets.UTF_8);
    WorkbookZip book = new WorkbookZip().strings("a").formats("0").sheet(ROW);
    byte[] start = "<root>".getBytes(StandardCharsets.UTF_8);
    Path file =
        book.part(
                part,
                out -> {
                  out.write(start);
                  for (int i = 0; i < 64; i++) {
                    out.write(block);
                  }
                })
            .write(folder.resolve("a.xlsx"));
    if (lies) {
      // Where the archive's directory tells a harmless size, only expanding shows the truth.
      byte[] bytes = Files.readAllBytes(file);
      int directory = lastIndexOf(bytes, part.getBytes(StandardCharsets.UTF_8)) - 46;
      Arrays.fill(bytes, directory + 25, directory + 28, (byte) 0);
      Files.write(file, bytes);
    }
    Rejection refusal = Refused.reading(file);
    assertThat(refusal.code()).isEqualTo(EXPANDS_TOO_MUCH);
    assertThat(refusal.arguments()).last().isEqualTo("200 : 1");
  }

  @Test
  void partsThatTogetherExpandBeyondTheLimitAreRefused() throws Exception {
    WorkbookZip book = new WorkbookZip();
    for (int i = 0; i < 3; i++) {
      Random random = new Random(i);
      StringBuilder rows = new StringBuilder();
      while (rows.length() < 500_000) {
        rows.append("<row><c><v>").append(random.nextInt()).append("</v></c></row>");
      }
      book.sheet(rows.toString());
    }
    Path file = book.write(folder.resolve("a.xlsx"));
    ReadLimits limits = new ReadLimits(1 << 20, 200, 32_767, 16_384, 1 << 20);
    Rejection refusal = Refused.reading(file, "a.xlsx", limits);
    assertThat(refusal.code()).isEqualTo(EXPANDS_TOO_MUCH);
    assertThat(refusal.arguments()).last().isEqualTo("1 MiB");
  }

  @Test
  void sharedTextsBeyondTheLimitAreTooLarge() throws Exception {
    String[] texts = new String[40_000];
    for (int i = 0; i < texts.length; i++) {
      texts[i] = "一段不同的文字，编号 " + i;
    }
    Path file = new WorkbookZip().strings(texts).sheet(ROW).write(folder.resolve("a.xlsx"));
    ReadLimits limits = new ReadLimits(1 << 30, 200, 32_767, 16_384, 1 << 20);
    assertThat(Refused.reading(file, "a.xlsx", limits).code()).isEqualTo(TOO_LARGE);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          <row r='2'/><row r='1'/>                                | DAMAGED_FILE
          <row r='x'/>                                            | DAMAGED_FILE
          <row r='99999999999'/>                                  | DAMAGED_FILE
          <row><c r='7'><v>1</v></c></row>                        | DAMAGED_FILE
          <row><c t='s'><v>5</v></c></row>                        | DAMAGED_FILE
          <row><c t='s'><v>-1</v></c></row>                       | DAMAGED_FILE
          <row><c><v>1</v></row>                                  | DAMAGED_FILE
          <row><c r='ZZZZ1'><v>1</v></c></row>                    | TOO_LARGE
          """)
  void sheetThatContradictsItselfIsRefused(String rows, RejectionCode code) throws Exception {
    Path file = new WorkbookZip().strings("a").sheet(rows).write(folder.resolve("a.xlsx"));
    assertThat(Refused.reading(file).code()).isEqualTo(code);
  }

  @Test
  void cellLongerThanTheLimitIsTooLarge() throws Exception {
    Path file =
        new WorkbookZip()
            .sheet("<row><c/><c t='inlineStr'><is><t>" + "长".repeat(40_000) + "</t></is></c></row>")
            .write(folder.resolve("a.xlsx"));
    Rejection refusal = Refused.reading(file);
    assertThat(refusal.code()).isEqualTo(TOO_LARGE);
    assertThat(refusal.cell()).hasToString("Sheet1!B1");
  }

  @ParameterizedTest
  @CsvSource({"1, EMPTY_FILE", "10, TOO_LARGE"})
  void markupWithoutEndIsRefused(int mebibytes, RejectionCode code) throws Exception {
    Random random = new Random(3);
    StringBuilder block = new StringBuilder();
    while (block.length() < 1 << 18) {
      block.append(Long.toString(random.nextLong(), 36));
    }
    String attribute = block.toString().repeat(4 * mebibytes);
    Path file =
        new WorkbookZip().sheet("<row a='" + attribute + "'/>").write(folder.resolve("a.xlsx"));
    assertThat(Refused.reading(file).code()).isEqualTo(code);
  }

  @Test
  void elementsNestedWithoutEndAreDamage() throws Exception {
    Path file = new WorkbookZip().sheet("<a>".repeat(5000)).write(folder.resolve("a.xlsx"));
    assertThat(Refused.reading(file).code()).isEqualTo(DAMAGED_FILE);
  }

  @Test
  void missingPartIsDamage() throws Exception {
    Path file =
        new WorkbookZip()
            .part(
                "xl/workbook.xml", "<workbook><sheets><sheet name='表' id='x'/></sheets></workbook>")
            .sheet(ROW)
            .write(folder.resolve("a.xlsx"));
    assertThat(Refused.reading(file).code()).isEqualTo(DAMAGED_FILE);
  }

  private static Workbook workbook(String name) throws IOException {
    return name.endsWith("xlsx") ? new XSSFWorkbook() : new HSSFWorkbook();
  }

  private static Workbook filled(String name) throws IOException {
    Workbook book = workbook(name);
    Sheet sheet = book.createSheet("数据");
    for (int r = 0; r < 200; r++) {
      Row row = sheet.createRow(r);
      row.createCell(0).setCellValue("第" + r + "行");
      for (int c = 1; c < 8; c++) {
        row.createCell(c).setCellValue(r * c / 7.0);
      }
    }
    return book;
  }

  private static int lastIndexOf(byte[] bytes, byte[] part) {
    for (int i = bytes.length - part.length; i >= 0; i--) {
      if (Arrays.equals(bytes, i, i + part.length, part, 0, part.length)) {
        return i;
      }
    }
    throw new AssertionError("not there");
  }

  private Path write(String name, byte[] bytes) throws IOException {
    return Files.write(folder.resolve(name), bytes);
  }

  private Path write(String name, Workbook book) throws IOException {
    Path file = folder.resolve(name);
    try (OutputStream out = Files.newOutputStream(file)) {
      book.write(out);
    }
    return file;
  }
}
