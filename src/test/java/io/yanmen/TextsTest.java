package io.yanmen;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import io.yanmen.catalog.CatalogFiles;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What people read stands in the message files, in both languages. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TextsTest {
  private static final Path SOURCES = Path.of("src/main/java/io/yanmen");

  /** They read Chinese tables; what they hold is the words of those. */
  private static final List<String> READERS = List.of("catalog", "evidence", "reading");

  /** A unit of a figure as it is stored, which is one of the words that analysts filter by. */
  private static final Set<String> UNITS = Set.of("百分点", "位");

  private static final Pattern CHINESE = Pattern.compile("\\p{IsHan}");

  /** A figure in an example of a check, with its unit. */
  private static final Pattern FIGURE =
      Pattern.compile("\\d{6} \\w+ \\w+ \\S+ [\\d.]+ (?<unit>\\S+)");

  private static final Set<String> TAKE_A_KEY =
      Set.of("UserError", "WarehouseUnavailableException", "BackupRefusedException");

  /** A text in the code, and where. */
  private record Literal(Path file, String text) {
    boolean isOf(String room) {
      return file.startsWith(SOURCES.resolve(room));
    }
  }

  private final List<Literal> literals = new ArrayList<>();
  private final Set<String> keysUsed = new TreeSet<>();

  @BeforeAll
  void parse() throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    try (StandardJavaFileManager files =
            compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8);
        Stream<Path> all = Files.walk(SOURCES)) {
      List<Path> java = all.filter(it -> it.toString().endsWith(".java")).toList();
      JavacTask task =
          (JavacTask)
              compiler.getTask(
                  null, files, null, null, null, files.getJavaFileObjectsFromPaths(java));
      for (CompilationUnitTree unit : task.parse()) {
        unit.accept(new Texts(Path.of(unit.getSourceFile().getName())), null);
      }
    }
  }

  private final class Texts extends TreeScanner<Void, Void> {
    private final Path file;

    Texts(Path file) {
      this.file = file;
    }

    @Override
    public Void visitLiteral(LiteralTree literal, Void none) {
      if (literal.getValue() instanceof String text) {
        literals.add(new Literal(file, text));
      }
      return super.visitLiteral(literal, null);
    }

    @Override
    public Void visitNewClass(NewClassTree made, Void none) {
      if (TAKE_A_KEY.contains(made.getIdentifier().toString())) {
        key(made.getArguments());
      }
      return super.visitNewClass(made, null);
    }

    @Override
    public Void visitMethodInvocation(MethodInvocationTree call, Void none) {
      if (call.getMethodSelect() instanceof MemberSelectTree method
          && Set.of("text", "whole").contains(method.getIdentifier().toString())
          && method.getExpression().toString().matches("(?i).*(messages|bilingual).*")) {
        key(call.getArguments());
      }
      return super.visitMethodInvocation(call, null);
    }

    private void key(List<? extends ExpressionTree> arguments) {
      if (!arguments.isEmpty() && arguments.get(0).getKind() == Tree.Kind.STRING_LITERAL) {
        keysUsed.add(String.valueOf(((LiteralTree) arguments.get(0)).getValue()));
      }
    }
  }

  @Test
  void chineseStandsInMessageFiles() throws IOException {
    Set<String> units =
        Stream.concat(CatalogFiles.load().units().stream().map(it -> it.symbol()), UNITS.stream())
            .collect(Collectors.toSet());

    assertThat(literals)
        .hasSizeGreaterThan(1_000)
        .filteredOn(it -> CHINESE.matcher(it.text()).find())
        .filteredOn(it -> READERS.stream().noneMatch(it::isOf))
        .filteredOn(it -> !units.contains(unit(it.text())))
        .isEmpty();
  }

  private static String unit(String text) {
    var figure = FIGURE.matcher(text);
    return figure.matches() ? figure.group("unit") : text;
  }

  @Test
  void everyKeyInTheCodeHasItsText() throws IOException {
    Set<String> known = new TreeSet<>();
    try (Stream<Path> all = Files.walk(Path.of("src/main/resources/io/yanmen"))) {
      for (Path file : all.filter(it -> it.toString().endsWith("_zh.properties")).toList()) {
        Properties texts = new Properties();
        try (Reader in = Files.newBufferedReader(file)) {
          texts.load(in);
        }
        known.addAll(texts.stringPropertyNames());
      }
    }

    assertThat(keysUsed).hasSizeGreaterThan(100);
    assertThat(known).containsAll(keysUsed);
  }
}
