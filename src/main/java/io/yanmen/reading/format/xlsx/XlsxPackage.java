package io.yanmen.reading.format.xlsx;

import com.fasterxml.aalto.stax.InputFactoryImpl;
import io.yanmen.model.outcome.UnreadableFileException;
import io.yanmen.reading.format.limit.ReadLimits;
import io.yanmen.reading.format.limit.Refusal;
import io.yanmen.reading.format.limit.RefusedContentException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;

/** The parts of a zipped workbook by name, opened under the limits of expansion. */
public final class XlsxPackage implements AutoCloseable {
  private static final int MOST_PARTS = 200_000;

  private final ZipFile zip;
  private final long fileSize;
  private final ReadLimits limits;
  private final Map<String, ZipEntry> entries = new HashMap<>();
  private final InputFactoryImpl xml = new InputFactoryImpl();
  private final Map<String, Long> expandedOf = new HashMap<>();
  private long expandedOfAll;

  public XlsxPackage(Path file, ReadLimits limits) throws IOException, UnreadableFileException {
    this.limits = limits;
    this.fileSize = Files.size(file);
    this.zip = opened(file);
    xml.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    xml.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    xml.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
    int parts = zip.size();
    if (parts > MOST_PARTS) {
      zip.close();
      throw Refusal.tooLarge("压缩包内的文件数 (parts)", parts, MOST_PARTS);
    }
    long packed = 0;
    for (Enumeration<? extends ZipEntry> all = zip.entries(); all.hasMoreElements(); ) {
      ZipEntry entry = all.nextElement();
      packed += Math.min(fileSize + 1, Math.max(0, entry.getCompressedSize()));
      entries.putIfAbsent(key(entry.getName()), entry);
    }
    if (packed > fileSize) {
      // The same bytes would be expanded for part after part.
      zip.close();
      throw Refusal.damaged("压缩包内的部件互相重叠", "parts of the archive overlap one another");
    }
  }

  /**
   * Latin 1 takes any bytes: a part with an odd name is no reason to refuse the others. It is the
   * second choice, since ZipFile decodes the names of a file that is open twice with one decoder,
   * which only that of UTF-8 can bear from several threads (JDK-8347712).
   */
  private static ZipFile opened(Path file) throws IOException {
    try {
      return new ZipFile(file.toFile());
    } catch (ZipException e) {
      return new ZipFile(file.toFile(), StandardCharsets.ISO_8859_1);
    }
  }

  public boolean has(String part) {
    return entries.containsKey(key(part));
  }

  public boolean hasBelow(String folder) {
    String prefix = key(folder);
    return entries.keySet().stream().anyMatch(name -> name.startsWith(prefix));
  }

  /** The bytes of a part that is there. */
  PartStream open(String part) throws IOException {
    ZipEntry entry = entry(part);
    if (entry == null) {
      throw new RefusedContentException(
          Refusal.damaged("缺少部件 " + part, "part " + part + " is missing"));
    }
    long packed = Math.min(fileSize, entry.getCompressedSize());
    long known = expandedOf.getOrDefault(key(part), 0L);
    long allowed = limits.maxExpandedBytes() - expandedOfAll + known;
    PartStream stream =
        new PartStream(
            zip.getInputStream(entry), entry, packed, allowed, limits, size -> count(part, size));
    stream.refuseAnnounced();
    return stream;
  }

  /** The elements of a part that is there. */
  public XmlPart openXml(String part)
      throws IOException, XMLStreamException, UnreadableFileException {
    return openXml(open(part), part);
  }

  /** The elements of a part that is open already. */
  XmlPart openXml(InputStream in, String part)
      throws IOException, XMLStreamException, UnreadableFileException {
    return new XmlPart(xml, in, part);
  }

  /** How many bytes a part expands to, as the archive says; -1 where it does not. */
  long size(String part) {
    ZipEntry entry = entry(part);
    return entry == null ? -1 : entry.getSize();
  }

  /** Counts what a part took against the limit of all parts; a part read again counts once. */
  private void count(String part, long expanded) {
    long known = expandedOf.getOrDefault(key(part), 0L);
    if (expanded > known) {
      expandedOf.put(key(part), expanded);
      expandedOfAll += expanded - known;
    }
  }

  private @Nullable ZipEntry entry(String part) {
    return entries.get(key(part));
  }

  private static String key(String name) {
    String slashes = name.replace('\\', '/');
    return (slashes.startsWith("/") ? slashes.substring(1) : slashes).toLowerCase(Locale.ROOT);
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }
}
