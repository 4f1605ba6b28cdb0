package io.yanmen.reading.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files larger than the memory of the machine that reads them. */
class BigFilesIT {
  private static final long CSV_BYTES = 300L << 20;
  private static final int ROWS = 1_048_576;

  private final Path folder;

  BigFilesIT(@TempDir Path folder) {
    this.folder = folder;
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "GB18030"})
  void csvOfThreeHundredMegabytesIsStreamed(String charset) throws Exception {
    Path file = folder.resolve("big.csv");
    long rows = 0;
    byte[] line = "140924,繁峙县,原煤产量,2025年1-4月,万吨,123.45\r\n".getBytes(Charset.forName(charset));
    try (OutputStream out =
        new java.io.BufferedOutputStream(Files.newOutputStream(file), 1 << 20)) {
      for (long bytes = 0; bytes < CSV_BYTES; bytes += line.length) {
        out.write(line);
        rows++;
      }
    }
    assertThat(read(file, "-Xmx64m")).isEqualTo("rows " + rows + " cells " + rows * 6);
  }

  @Test
  void quoteThatNeverClosesIsRefusedWithoutReadingOnAndOn() throws Exception {
    Path file = folder.resolve("open.csv");
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      out.write("a,b\n1,\"open\n");
      for (int i = 0; i < 10_000_000; i++) {
        out.write("代县,1\n");
      }
    }
    assertThat(read(file, "-Xmx64m")).isEqualTo("refused DAMAGED_FILE after rows 1");
  }

  @Test
  void millionBlankRowsCostNothing() throws Exception {
    Path file =
        new WorkbookZip()
            .formats("0.0")
            .sheet(
                out -> {
                  start(out);
                  write(out, "<row r='1'><c r='A1'><v>1</v></c></row>");
                  for (int r = 2; r <= ROWS; r++) {
                    write(
                        out,
                        "<row r='"
                            + r
                            + "' s='1' ht='"
                            + r % 83
                            + "'><c r='A"
                            + r
                            + "' s='1'/><c r='B"
                            + r
                            + "' s='1'/></row>");
                  }
                  end(out);
                })
            .write(folder.resolve("blank.xlsx"));
    assertThat(read(file, "-Xmx64m")).isEqualTo("rows 1 cells 1");
  }

  @Test
  void usedRangeToTheLastCellCostsNothing() throws Exception {
    Path file =
        new WorkbookZip()
            .formats("0.0")
            .sheet(
                out -> {
                  start(out);
                  write(out, "<row r='1'><c r='A1'><v>1</v></c><c r='XFD1' s='1'/></row>");
                  write(out, "<row r='1048576'><c r='XFD1048576'><v>1</v></c></row>");
                  end(out);
                })
            .write(folder.resolve("wide.xlsx"));
    assertThat(read(file, "-Xmx64m")).isEqualTo("rows 2 cells 16385");
  }

  @Test
  void workbookOfMillionsOfCellsIsStreamed() throws Exception {
    Random random = new Random(5);
    Path file =
        new WorkbookZip()
            .sheet(
                out -> {
                  start(out);
                  for (int r = 1; r <= ROWS; r++) {
                    write(
                        out,
                        "<row r='"
                            + r
                            + "'><c r='A"
                            + r
                            + "' t='inlineStr'><is><t>县"
                            + r
                            + "</t></is></c><c r='B"
                            + r
                            + "'><v>"
                            + random.nextInt()
                            + "</v></c><c r='C"
                            + r
                            + "'><v>"
                            + random.nextFloat()
                            + "</v></c></row>");
                  }
                  end(out);
                })
            .write(folder.resolve("big.xlsx"));
    assertThat(read(file, "-Xmx64m")).isEqualTo("rows " + ROWS + " cells " + 3L * ROWS);
  }

  private static void start(OutputStream out) throws IOException {
    write(out, "<worksheet xmlns='" + WorkbookZip.MAIN + "'><dimension ref='A1:XFD1048576'/>");
    write(out, "<sheetData>");
  }

  private static void end(OutputStream out) throws IOException {
    write(out, "</sheetData></worksheet>");
  }

  private static void write(OutputStream out, String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.UTF_8));
  }

  private static String read(Path file, String memory) throws Exception {
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    Process process =
        new ProcessBuilder(
                java.toString(),
                memory,
                "-XX:+ExitOnOutOfMemoryError",
                "-Dfile.encoding=UTF-8",
                "-cp",
                System.getProperty("java.class.path"),
                CountRows.class.getName(),
                file.toString())
            .redirectErrorStream(true)
            .start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
    String[] lines = output.strip().split("\n");
    return lines[lines.length - 1];
  }
}
