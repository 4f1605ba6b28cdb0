package io.yanmen.reading.format;

import io.yanmen.model.outcome.UnreadableFileException;
import io.yanmen.model.table.RowSink;
import io.yanmen.reading.format.limit.ContentFormat;
import io.yanmen.reading.format.limit.ReadLimits;
import io.yanmen.reading.format.limit.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Reads files of the {@link FileFormats formats} that are known. The content decides how a file is
 * read; a name whose ending says something else is refused, because one of the two is a mistake.
 * Rows may have been sent before a refusal: whoever takes them drops them then.
 */
public final class FileTableReader implements TableReader {
  /** Names of what is not read; an ending that a format has is none of them. */
  private static final Set<String> OTHER_ENDINGS =
      Set.of(
          "pdf", "doc", "docx", "wps", "ppt", "pptx", "xlsb", "ods", "rtf", "html", "htm", "mht",
          "xml", "json", "zip", "rar", "7z", "gz", "jpg", "jpeg", "png", "gif", "tif", "tiff");

  /** Of what no format knows to be its own, nor anybody else. */
  private static final ContentFormat UNKNOWN = ContentFormat.other("?");

  private final FileFormats formats;
  private final ReadLimits limits;

  public FileTableReader(ReadLimits limits) {
    this(FileFormats.readWithin(limits), limits);
  }

  public FileTableReader(FileFormats formats, ReadLimits limits) {
    this.formats = formats;
    this.limits = limits;
  }

  @Override
  public void read(Path content, String fileName, RowSink sink)
      throws UnreadableFileException, IOException {
    if (Files.size(content) == 0) {
      throw Refusal.empty();
    }
    String ending = ending(fileName);
    FileHead head = FileHead.of(content);
    Optional<FileFormat> claimed = formats.named(plain(ending));
    Optional<FileFormat> found = formats.of(head);
    if (found.isEmpty()) {
      throw refusal(UnreadFormats.of(head, limits).orElse(UNKNOWN), claimed, ending);
    }
    boolean fits =
        claimed.isEmpty() ? !OTHER_ENDINGS.contains(plain(ending)) : claimed.equals(found);
    if (!fits) {
      throw Refusal.wrongFormat(ending, found.get().label());
    }
    ContentWatch watch = new ContentWatch(sink);
    found.get().read(content, ending, watch);
    if (!watch.sawContent()) {
      throw Refusal.empty();
    }
  }

  private static UnreadableFileException refusal(
      ContentFormat found, Optional<FileFormat> claimed, String ending) {
    return switch (found.kind()) {
      case PROTECTED -> Refusal.protectedByPassword();
      case DAMAGED ->
          claimed.isPresent() && !claimed.get().isContainer()
              ? Refusal.wrongFormat(ending, found.label())
              : Refusal.damaged(
                  "文件不完整或已损坏（" + found.label() + "）",
                  "the " + found.label() + " container is incomplete or damaged");
      case OTHER ->
          claimed.isPresent() && !claimed.get().sharesEndingsWith(found)
              ? Refusal.wrongFormat(ending, found.label())
              : Refusal.unsupported(found.label());
    };
  }

  private static String plain(String ending) {
    return ending.isEmpty() ? "" : ending.substring(1);
  }

  /** The ending with its dot, in lower case; empty where there is none. */
  private static String ending(String fileName) {
    int dot = fileName.lastIndexOf('.');
    return dot < 0 ? "" : fileName.substring(dot).toLowerCase(Locale.ROOT);
  }
}
