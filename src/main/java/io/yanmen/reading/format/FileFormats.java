package io.yanmen.reading.format;

import io.yanmen.reading.format.limit.ReadLimits;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The formats of files that are read. To read another one, add it to {@link #readWithin}. */
public final class FileFormats {
  private final List<FileFormat> formats;

  /**
   * @param formats in the order in which they are asked whether a file is theirs
   * @throws IllegalArgumentException if two of them have the same ending
   */
  public FileFormats(List<FileFormat> formats) {
    this.formats = List.copyOf(formats);
    List<String> endings = formats.stream().flatMap(it -> it.endings().stream()).toList();
    if (endings.stream().distinct().count() != endings.size()) {
      throw new IllegalArgumentException("an ending belongs to one format: " + endings);
    }
  }

  /** All that are read; text, which anything may be, comes last. */
  public static FileFormats readWithin(ReadLimits limits) {
    return new FileFormats(
        List.of(new XlsxFormat(limits), new XlsFormat(limits), new TextFormat(limits)));
  }

  /** These and one more, which is asked before them. */
  public FileFormats and(FileFormat another) {
    return new FileFormats(Stream.concat(Stream.of(another), formats.stream()).toList());
  }

  /** The format of a file by its content; empty if it is none that is read. */
  Optional<FileFormat> of(FileHead head) throws IOException {
    for (FileFormat format : formats) {
      if (format.isOf(head)) {
        return Optional.of(format);
      }
    }
    return Optional.empty();
  }

  /** The format that a name claims. */
  Optional<FileFormat> named(String ending) {
    return formats.stream().filter(it -> it.endings().contains(ending)).findFirst();
  }
}
