package io.yanmen.command.word;

import io.yanmen.catalog.Catalog;
import io.yanmen.catalog.CatalogFiles;
import io.yanmen.catalog.LearnedNames;
import io.yanmen.command.option.ExitCode;
import io.yanmen.command.option.GlobalOptions;
import io.yanmen.model.message.Messages;
import io.yanmen.model.message.UserError;
import io.yanmen.reading.interpret.WordTeaching;
import io.yanmen.warehouse.LearnedAliases;
import io.yanmen.warehouse.LearnedWords;
import io.yanmen.warehouse.Warehouse;
import java.sql.SQLException;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code yanmen word add}: from now on words change nothing, or stand for others. */
@Command(name = "add", resourceBundle = "io.yanmen.command.Help")
final class WordAddCommand implements Callable<Integer> {
  @ParentCommand private @Nullable WordCommand word;

  @Parameters(index = "0", paramLabel = "WORDS")
  private String words = "";

  @Option(names = "--means", paramLabel = "TEXT")
  private @Nullable String means;

  @Option(names = "--source", paramLabel = "SOURCE")
  private String source = "";

  @Option(names = "--by", paramLabel = "WHO")
  private @Nullable String by;

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() throws SQLException {
    GlobalOptions global = Objects.requireNonNull(word).global();
    Messages messages = Messages.of(global.language());
    Catalog catalog = CatalogFiles.load();
    Optional<String> stands =
        Optional.ofNullable(means).map(String::strip).filter(it -> !it.isEmpty());
    try (Warehouse warehouse = Warehouse.open(global.warehouse(), catalog)) {
      Catalog known = new LearnedAliases(warehouse.dataSource()).names().in(catalog);
      check(new WordTeaching(known).check(words, stands), stands.orElse(""));
      boolean added =
          new LearnedWords(warehouse.dataSource())
              .add(new LearnedNames.Word(source.strip(), words.strip(), stands), who());
      String key =
          !added ? "cli.word.known" : stands.isEmpty() ? "cli.word.nothing" : "cli.word.means";
      Objects.requireNonNull(spec)
          .commandLine()
          .getOut()
          .println(messages.text(key, words.strip(), stands.orElse("")));
    }
    return ExitCode.OK;
  }

  private void check(WordTeaching.Standing standing, String stands) {
    switch (standing) {
      case FREE -> {}
      case UNDERSTOOD -> throw new UserError("usage.word.understood", words);
      case PART -> throw new UserError("usage.word.part", words);
      case NO_WORDS -> throw new UserError("usage.word.none", words);
      case MEANING_UNKNOWN -> throw new UserError("usage.word.meaning", stands);
    }
  }

  private String who() {
    return by != null && !by.isBlank() ? by.strip() : System.getProperty("user.name", "?");
  }
}
