package io.yanmen.hostile;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * The parts of a workbook one after the other, each but the last ended by a separator, so that a
 * fuzzer can change them without breaking the archive around them.
 */
final class WorkbookParts {
  private static final byte SEPARATOR = 0x1E;
  private static final List<String> NAMES =
      List.of(
          "xl/worksheets/sheet1.xml",
          "xl/sharedStrings.xml",
          "xl/styles.xml",
          "xl/workbook.xml",
          "xl/_rels/workbook.xml.rels",
          "_rels/.rels",
          "xl/worksheets/sheet2.xml");

  private WorkbookParts() {}

  /** The archive of the parts. */
  static byte[] zipped(byte[] parts) {
    List<byte[]> split = new ArrayList<>();
    int from = 0;
    for (int i = 0; i < parts.length && split.size() < NAMES.size() - 1; i++) {
      if (parts[i] == SEPARATOR) {
        split.add(Arrays.copyOfRange(parts, from, i));
        from = i + 1;
      }
    }
    split.add(Arrays.copyOfRange(parts, from, parts.length));
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (int i = 0; i < split.size(); i++) {
        if (split.get(i).length > 0) {
          zip.putNextEntry(new ZipEntry(NAMES.get(i)));
          zip.write(split.get(i));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /** The parts of a workbook that there is a place for; the others are left out. */
  static byte[] of(Path workbook) throws IOException {
    ByteArrayOutputStream parts = new ByteArrayOutputStream();
    // A damaged one has none.
    try (ZipFile zip = new ZipFile(workbook.toFile())) {
      for (String name : NAMES) {
        if (parts.size() > 0) {
          parts.write(SEPARATOR);
        }
        ZipEntry entry = zip.getEntry(name);
        if (entry != null) {
          parts.write(zip.getInputStream(entry).readAllBytes());
        }
      }
    } catch (ZipException e) {
      return new byte[0];
    }
    return parts.toByteArray();
  }
}
