package io.yanmen.command.word;

import io.yanmen.catalog.CatalogFiles;
import io.yanmen.command.option.ExitCode;
import io.yanmen.command.option.GlobalOptions;
import io.yanmen.model.message.Messages;
import io.yanmen.model.text.ShownText;
import io.yanmen.model.text.TextWidth;
import io.yanmen.warehouse.LearnedWords;
import io.yanmen.warehouse.Warehouse;
import java.io.PrintWriter;
import java.sql.SQLException;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code yanmen word list}: the words that were taught, by whom and when. */
@Command(name = "list", resourceBundle = "io.yanmen.command.Help")
final class WordListCommand implements Callable<Integer> {
  @ParentCommand private @Nullable WordCommand word;

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() throws SQLException {
    GlobalOptions global = Objects.requireNonNull(word).global();
    PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
    try (Warehouse warehouse = Warehouse.open(global.warehouse(), CatalogFiles.load())) {
      List<LearnedWords.LearnedWord> entries = new LearnedWords(warehouse.dataSource()).list();
      if (entries.isEmpty()) {
        out.println(Messages.of(global.language()).text("cli.word.none"));
      }
      DateTimeFormatter time =
          DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(ZoneId.systemDefault());
      for (LearnedWords.LearnedWord it : entries) {
        out.println(
            TextWidth.pad(ShownText.line(it.word().words()), 32)
                + TextWidth.pad(ShownText.line(it.word().means().orElse("-")), 24)
                + TextWidth.pad(ShownText.line(it.word().source()), 16)
                + time.format(it.addedAt())
                + "  "
                + ShownText.line(it.addedBy()));
      }
    }
    return ExitCode.OK;
  }
}
