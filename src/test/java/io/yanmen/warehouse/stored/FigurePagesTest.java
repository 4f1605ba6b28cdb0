package io.yanmen.warehouse.stored;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FigurePagesTest {
  private static final int MORE_THAN_ON_THE_HEAP = 40_000;

  private final Path folder;

  FigurePagesTest(@TempDir Path folder) {
    this.folder = folder;
  }

  private static void fill(FigurePages blocks) {
    for (int i = 0; i < MORE_THAN_ON_THE_HEAP; i++) {
      blocks.put(blocks.add(), 3, i);
    }
  }

  @Test
  void whatTheHeapDoesNotHoldIsInAFileOfTheFolderThatHasNoNameAnyMore() {
    Path temporary = folder.resolve("data/tmp/1");
    FigurePages blocks = new FigurePages(temporary);
    fill(blocks);
    for (int i = 0; i < MORE_THAN_ON_THE_HEAP; i++) {
      assertThat(blocks.get(i, 3)).isEqualTo(i);
    }
    assertThat(temporary).isEmptyDirectory();
  }

  @Test
  void folderThatCannotBeUsedIsNamed() throws Exception {
    Path temporary = Files.writeString(folder.resolve("tmp"), "in the place of the folder");
    assertThatThrownBy(() -> fill(new FigurePages(temporary)))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining(temporary.toString());
  }
}
