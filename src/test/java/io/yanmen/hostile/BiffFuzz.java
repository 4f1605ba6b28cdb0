package io.yanmen.hostile;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/** The records of a workbook of Excel 97 to 2003, in a container that is always sound. */
public final class BiffFuzz {
  private BiffFuzz() {}

  public static void fuzzerInitialize() {
    WarmUp.run();
  }

  public static void fuzzerTestOneInput(byte[] data) {
    Inspected.bytes(contained(data), "2025年1-4月.xls");
  }

  static byte[] contained(byte[] records) {
    try (POIFSFileSystem container = new POIFSFileSystem();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
      container.createDocument(new ByteArrayInputStream(records), "Workbook");
      container.writeFilesystem(bytes);
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
