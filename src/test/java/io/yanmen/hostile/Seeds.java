package io.yanmen.hostile;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/**
 * Writes what each fuzz target begins with: the samples of the demo, the messages of the feed
 * tests, real tables where they lie beside the project, and earlier findings.
 */
public final class Seeds {
  private static final int LARGEST = 80_000;
  private static final List<Path> FOLDERS =
      List.of(
          Path.of("sample-data"),
          Path.of("src/test/resources/feed"),
          Path.of("..", "shared", "real"));

  private final Path target;
  private int count;

  private Seeds(Path target) {
    this.target = target;
  }

  /**
   * @param arguments the folder to write to, which gets a folder for each target
   */
  public static void main(String[] arguments) throws IOException {
    Seeds seeds = new Seeds(Path.of(arguments[0]));
    for (Path folder : FOLDERS) {
      if (Files.isDirectory(folder)) {
        try (Stream<Path> files = Files.walk(folder)) {
          for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
            seeds.add(file);
          }
        }
      }
    }
    seeds.words();
    for (Findings.Kept kept : Findings.all()) {
      seeds.write(kept.target(), Files.readAllBytes(kept.file()));
    }
  }

  private void add(Path file) throws IOException {
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    if (Files.size(file) > LARGEST || name.endsWith(".expected.csv")) {
      return;
    }
    byte[] bytes = Files.readAllBytes(file);
    String ending = name.substring(name.lastIndexOf('.') + 1);
    switch (ending) {
      case "csv", "txt" -> {
        write("CsvFuzz", bytes);
        write("SdmxCsvFuzz", bytes, sourceOf(file));
        write("InspectFuzz", bytes, 0, sourceOf(file));
      }
      case "xlsx" -> {
        write("XlsxFuzz", bytes);
        if (bytes[0] == 'P') {
          write("XlsxPartsFuzz", WorkbookParts.of(file));
        }
        write("InspectFuzz", bytes, 1, 0);
      }
      case "xls" -> {
        write("XlsFuzz", bytes);
        if ((bytes[0] & 0xFF) == 0xD0) {
          write("BiffFuzz", records(file));
        }
        write("InspectFuzz", bytes, 2, 0);
      }
      case "json" -> {
        write("JsonFuzz", bytes, sourceOf(file));
        write("InspectFuzz", bytes, 4, sourceOf(file));
      }
      case "xml" -> {
        write("XmlFuzz", bytes, sourceOf(file));
        write("InspectFuzz", bytes, 5, sourceOf(file));
      }
      default -> {}
    }
  }

  /** The number of the source that is told for the messages of a folder of the feed tests. */
  private static int sourceOf(Path file) {
    return Inspected.sourceOf(Findings.folderOf(file));
  }

  private static byte[] records(Path file) throws IOException {
    try (POIFSFileSystem container = new POIFSFileSystem(file.toFile(), true);
        InputStream in = container.createDocumentInputStream("Workbook")) {
      return in.readAllBytes();
    }
  }

  private void words() throws IOException {
    for (String text :
        List.of(
            "固定资产投资（亿元）",
            "2025年1—4月",
            "同比增长±%",
            "忻州市繁峙县",
            "增长8.1%",
            "1.14亿吨左右",
            "前三",
            "1,234.5",
            "CNY 100 million",
            "单位：万元、%",
            "一、工业",
            "全省位次（较上年变动）",
            "Jan-Apr 2025",
            "1e30")) {
      write("WordsFuzz", text.getBytes(StandardCharsets.UTF_8));
    }
  }

  private void write(String name, byte[] content, int... before) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (int one : before) {
      bytes.write(one);
    }
    bytes.write(content);
    Path folder = Files.createDirectories(target.resolve(name));
    Files.write(folder.resolve("seed-" + count++), bytes.toByteArray());
  }
}
