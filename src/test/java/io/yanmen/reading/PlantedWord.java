package io.yanmen.reading;

import io.yanmen.catalog.HarmlessWords;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/**
 * A table of {@link RandomTable} with a word planted in it.
 *
 * @param table with the word
 * @param place where it stands, in words
 * @param touched cells whose figures it speaks of
 */
record PlantedWord(RandomTable table, String place, Set<String> touched) {
  private static final Set<String> UNNAMED = Set.of("", "t", "Sheet1");

  /** Where a word may be planted. */
  enum Spot {
    TITLE,
    SHEET,
    FILE,
    HEAD,
    LABEL
  }

  /**
   * Plants a word.
   *
   * @param read what is read of the table without it: the words of an observation by its cell
   * @return empty touched cells where the table has no such spot
   */
  static PlantedWord of(
      RandomTable table, Map<String, List<String>> read, String word, Spot spot, Random random) {
    List<String> lines = new ArrayList<>(List.of(table.drawing().split("\n", -1)));
    return switch (spot) {
      case TITLE -> title(table, lines, read, word, random);
      case SHEET -> named(table, read, table.fileName(), joined(table.sheet(), word));
      case FILE ->
          named(
              table,
              read,
              joined(table.fileName().replaceFirst("\\.\\w+$", ""), word) + ".xlsx",
              table.sheet());
      case HEAD -> head(table, lines, read, word, random);
      case LABEL -> label(table, lines, read, word, random);
    };
  }

  /** The word in the place of a name that says nothing, or behind one that does. */
  private static String joined(String name, String word) {
    return UNNAMED.contains(name) ? word : name + word;
  }

  private static PlantedWord named(
      RandomTable table, Map<String, List<String>> read, String fileName, String sheet) {
    return new PlantedWord(
        new RandomTable(table.drawing(), fileName, sheet, table.merges(), table.expected()),
        "file " + fileName + ", sheet " + sheet,
        read.keySet());
  }

  /** Whether words of a kind may stand in a title or name without others that they join. */
  static boolean standsAlone(HarmlessWords.Kind kind) {
    return switch (kind) {
      case DOCUMENT, PROGRESS, GENERIC, SECRECY, NUMBERING, PLACEHOLDER -> true;
      default -> false;
    };
  }

  /** A table with a harmless word where such words stand: behind a title, or as a name. */
  static RandomTable harmless(RandomTable table, HarmlessWords.Entry word, Random random) {
    List<String> lines = new ArrayList<>(List.of(table.drawing().split("\n", -1)));
    String title = lines.get(0);
    boolean titled =
        title.endsWith("指标")
            && !title.contains("|")
            && word.kind() != HarmlessWords.Kind.PLACEHOLDER;
    boolean named = table.fileName().equals("t.xlsx");
    boolean sheet = table.sheet().equals("Sheet1");
    int spot = random.nextInt(3);
    if (spot == 0 && titled) {
      boolean aside =
          word.kind() == HarmlessWords.Kind.SECRECY || word.kind() == HarmlessWords.Kind.NUMBERING;
      lines.set(0, aside ? title + "（" + word.text() + "）" : title + word.text());
    }
    return new RandomTable(
        String.join("\n", lines),
        spot == 1 && named ? word.text() + ".xlsx" : table.fileName(),
        spot == 2 && sheet ? word.text() : table.sheet(),
        table.merges(),
        table.expected());
  }

  private static PlantedWord with(
      RandomTable table, List<String> lines, String place, Set<String> touched) {
    return new PlantedWord(
        new RandomTable(
            String.join("\n", lines),
            table.fileName(),
            table.sheet(),
            table.merges(),
            table.expected()),
        place,
        touched);
  }

  private static PlantedWord title(
      RandomTable table,
      List<String> lines,
      Map<String, List<String>> read,
      String word,
      Random random) {
    String title = lines.get(0);
    if (title.contains("|") || title.contains(":") || title.contains("：") || title.isBlank()) {
      return new PlantedWord(table, "", Set.of());
    }
    int month = title.lastIndexOf('月') + 1;
    int year = title.lastIndexOf('年') + 1;
    int area = title.indexOf('市') + 1;
    List<Integer> spots = new ArrayList<>(List.of(0, title.length()));
    for (int at : List.of(Math.max(month, year), area)) {
      // Within 2015年 or 县（市、区） the word would be torn.
      if (at > 0 && (at == title.length() || "各主统经分目固社税民工地风".indexOf(title.charAt(at)) >= 0)) {
        spots.add(at);
      }
    }
    int at = spots.get(random.nextInt(spots.size()));
    lines.set(0, title.substring(0, at) + word + title.substring(at));
    return with(table, lines, "title " + lines.get(0), firstTable(read));
  }

  /** The cells up to the first row without a figure: what stands below may have another title. */
  private static Set<String> firstTable(Map<String, List<String>> read) {
    Set<Integer> rows = new HashSet<>();
    read.keySet().forEach(it -> rows.add(row(it)));
    int row = rows.stream().min(Integer::compare).orElse(0);
    Set<String> cells = new HashSet<>();
    while (rows.contains(row)) {
      int here = row;
      read.keySet().stream().filter(it -> row(it) == here).forEach(cells::add);
      row++;
    }
    return cells;
  }

  private static PlantedWord head(
      RandomTable table,
      List<String> lines,
      Map<String, List<String>> read,
      String word,
      Random random) {
    Set<String> cells = firstTable(read);
    int first = cells.stream().mapToInt(PlantedWord::row).min().orElse(1);
    int line = first - 2;
    while (line > 0 && lines.get(line).isBlank()) {
      line--;
    }
    if (line < 0 || !lines.get(line).contains("|")) {
      return new PlantedWord(table, "", Set.of());
    }
    String[] heads = lines.get(line).split("\\|", -1);
    List<Integer> choices = new ArrayList<>();
    for (int c = 1; c < heads.length; c++) {
      int column = c;
      boolean figures = cells.stream().anyMatch(it -> column(it) == column);
      // Who says it is no head of what is said.
      boolean source = heads[c].strip().equals("统计局");
      if (figures && !source && heads[c].strip().codePoints().anyMatch(Character::isIdeographic)) {
        choices.add(c);
      }
    }
    if (choices.isEmpty()) {
      return new PlantedWord(table, "", Set.of());
    }
    int column = choices.get(random.nextInt(choices.size()));
    String head = heads[column].strip();
    heads[column] = " " + (random.nextBoolean() ? word + head : behind(head, word)) + " ";
    lines.set(line, String.join("|", heads));
    Set<String> touched = new HashSet<>(cells);
    touched.removeIf(it -> column(it) != column);
    return with(table, lines, "head " + heads[column], touched);
  }

  /** The word behind a name, before its unit in brackets. */
  private static String behind(String name, String word) {
    int bracket = Math.max(name.indexOf('('), name.indexOf('（'));
    return bracket > 0 ? name.substring(0, bracket) + word + name.substring(bracket) : name + word;
  }

  private static PlantedWord label(
      RandomTable table,
      List<String> lines,
      Map<String, List<String>> read,
      String word,
      Random random) {
    List<Integer> rows = read.keySet().stream().map(PlantedWord::row).distinct().sorted().toList();
    int row = rows.get(random.nextInt(rows.size()));
    String[] cells = lines.get(row - 1).split("\\|", -1);
    int first = 0;
    while (first < cells.length - 1 && !isName(cells[first])) {
      first++;
    }
    String name = cells[first].strip();
    boolean below = row < lines.size() && lines.get(row).strip().startsWith("^");
    if (first > 1 || !isName(name) || below) {
      return new PlantedWord(table, "", Set.of());
    }
    cells[first] = " " + (random.nextBoolean() ? word + name : name + word) + " ";
    lines.set(row - 1, String.join("|", cells));
    int nextName = first + 1;
    while (nextName < cells.length && !cells[nextName].isBlank()) {
      nextName++;
    }
    int end = nextName;
    Set<String> touched = new HashSet<>(read.keySet());
    touched.removeIf(it -> row(it) != row || column(it) > end);
    return with(table, lines, "label " + cells[first], touched);
  }

  /** 307075左右 is a figure. */
  private static boolean isName(String cell) {
    String text = cell.strip();
    return text.codePoints().anyMatch(Character::isIdeographic)
        && !Character.isDigit(text.codePointAt(0));
  }

  private static int row(String cell) {
    return Integer.parseInt(cell.substring(letters(cell)));
  }

  private static int column(String cell) {
    int column = 0;
    for (int i = 0; i < letters(cell); i++) {
      column = 26 * column + cell.charAt(i) - 'A' + 1;
    }
    return column - 1;
  }

  private static int letters(String cell) {
    int i = 0;
    while (Character.isLetter(cell.charAt(i))) {
      i++;
    }
    return i;
  }

  /** The observations of a reading by their cells. */
  static Map<String, List<String>> byCell(TableText text) {
    Map<String, List<String>> all = new HashMap<>();
    text.observations()
        .forEach(
            it -> {
              List<String> words = new ArrayList<>(List.of(it.split(" ")));
              // Within what a place is counted follows from the areas that are understood.
              words.set(2, words.get(2).replaceFirst("@\\d+$", ""));
              all.put(words.get(0), List.copyOf(words));
            });
    return all;
  }
}
