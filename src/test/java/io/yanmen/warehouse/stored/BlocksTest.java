package io.yanmen.warehouse.stored;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BlocksTest {
  private static final int MORE_THAN_ON_THE_HEAP = 40_000;

  private final Path folder;

  BlocksTest(@TempDir Path folder) {
    this.folder = folder;
  }

  private static void fill(Blocks blocks) {
    for (int i = 0; i < MORE_THAN_ON_THE_HEAP; i++) {
      blocks.put(blocks.add(), 3, i);
    }
  }

  @Test
  void whatTheHeapDoesNotHoldIsInAFileOfTheFolderThatHasNoNameAnyMore() {
    Path temporary = folder.resolve("data/tmp/1");
    Blocks blocks = new Blocks(temporary);
    fill(blocks);
    for (int i = 0; i < MORE_THAN_ON_THE_HEAP; i++) {
      assertThat(blocks.get(i, 3)).isEqualTo(i);
    }
    assertThat(temporary).isEmptyDirectory();
  }

  @Test
  void folderThatCannotBeUsedIsNamed() throws Exception {
    Path temporary = Files.writeString(folder.resolve("tmp"), "in the place of the folder");
    assertThatThrownBy(() -> fill(new Blocks(temporary)))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining(temporary.toString());
  }
}
