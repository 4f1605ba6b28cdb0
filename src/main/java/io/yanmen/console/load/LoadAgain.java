package io.yanmen.console.load;

import io.yanmen.console.web.BadRequestException;
import io.yanmen.console.web.Upload;
import io.yanmen.reading.source.Source;
import io.yanmen.reading.source.Sources;
import io.yanmen.service.home.Home;
import io.yanmen.warehouse.history.LoadList;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;

/**
 * Puts the archived bytes of a load into the inbox once more, so that they are read with the names,
 * sources and rules of today. What was loaded whole says nothing new and is not put there; what was
 * loaded in part is read anew if names were taught since, and is else told to be known.
 */
public final class LoadAgain {
  private static final Set<String> WORTH_IT = Set.of("rejected", "partly_loaded", "failed");
  private static final int MOST_NAME_BYTES = 190;

  private final Home home;
  private final LoadFiles files;

  public LoadAgain(Home home, LoadFiles files) {
    this.home = home;
    this.files = files;
  }

  public static boolean isWorthIt(LoadList.ListedLoad load) {
    return WORTH_IT.contains(load.status());
  }

  /**
   * @return where it lies now, below the inbox
   * @throws BadRequestException if it would change nothing, or the bytes are gone
   */
  public Path again(LoadList.ListedLoad load) throws IOException {
    if (!isWorthIt(load)) {
      throw new BadRequestException(
          "第 %d 次入库的内容已经在库中或正等待确认，再放入一次不会改变什么".formatted(load.id()),
          "load %d is in the warehouse already, or waits for a decision; putting it in again would change nothing"
              .formatted(load.id()));
    }
    Path content =
        files
            .original(load)
            .orElseThrow(
                () ->
                    new BadRequestException(
                        "本服务的归档中没有这个文件：由其他服务保存，或已被删除。请在收到它的服务上操作，或重新上传",
                        "the archive of this service does not have the file: another service keeps"
                            + " it, or it was deleted; do this there, or upload it again"));
    String source = Sources.read(home.sources()).find(load.source()).map(Source::code).orElse("");
    return new InboxDrop(home)
        .drop(new Upload(shortened(load.fileName()), content, Files.size(content)), source);
  }

  /** Names from the inbox may be longer than what a browser may send. */
  private static String shortened(String name) {
    int dot = name.lastIndexOf('.') > 0 ? name.lastIndexOf('.') : name.length();
    String stem = name.substring(0, dot);
    String ending = name.substring(dot);
    while (bytes(stem) + bytes(ending) > MOST_NAME_BYTES && stem.length() > 1) {
      stem = stem.substring(0, stem.offsetByCodePoints(stem.length(), -1));
    }
    return stem + ending;
  }

  private static int bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }
}
