package io.yanmen.catalog;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Words that may stand beside figures and change nothing, by what they are. The list says only what
 * is harmless: a word that it lacks may mean anything.
 */
public final class HarmlessWords {
  /** What a harmless word is; where it may stand depends on it. */
  public enum Kind {
    /** 统计表, 公报, 情况. */
    DOCUMENT,
    /** 完成情况, 进展. */
    PROGRESS,
    /** 主要指标, 国民经济: words for no figure in particular. */
    GENERIC,
    /** 工业, 财政金融: a part of life that heads a section or a title. */
    FIELD,
    /** Like a field, but in titles only: below it a part could be another's part. */
    SUBJECT,
    /** 附件3, （续表）. */
    NUMBERING,
    /** 内部资料. */
    SECRECY,
    /** 统计局: who wrote it. */
    OFFICE,
    /** 各县（市、区）. */
    COLLECTIVE,
    /** 十四县（市、区）: harmless where the area around has as many, and no more. */
    COUNTED,
    /** 分季度, 历年. */
    BY_DIMENSION,
    /** Marks and small words between others. */
    CONNECTIVE,
    /** 及增速: what columns a table has. */
    MEASURE_LIST,
    /** 本表, 提供: words by which notes speak of a table, harmless in notes only. */
    NOTE,
    /** Sheet1, 副本: names that programs give. */
    PLACEHOLDER;

    private static final String FORM = "_pattern";

    static Kind of(String written) {
      String name =
          isForm(written) ? written.substring(0, written.length() - FORM.length()) : written;
      return switch (name) {
        case "bydimension" -> BY_DIMENSION;
        case "measurelist" -> MEASURE_LIST;
        default -> valueOf(name.toUpperCase(Locale.ROOT));
      };
    }

    static boolean isForm(String written) {
      return written.endsWith(FORM);
    }
  }

  /** Words of a form, as 附表1-2. */
  public record Form(Kind kind, Pattern pattern) {}

  /** A word of the list. */
  public record Entry(String text, Kind kind) {}

  private final Map<String, Kind> words = new HashMap<>();
  private final List<Form> forms = new ArrayList<>();
  private int longest;

  /** Adds a line of the list; a word that begins with {@code ~} is a regular expression. */
  void add(String word, String kind) {
    if (word.startsWith("~")) {
      if (!Kind.isForm(kind)) {
        throw new IllegalArgumentException("harmless.csv: a pattern of no form: " + word);
      }
      forms.add(new Form(Kind.of(kind), Pattern.compile(word.substring(1))));
      return;
    }
    String key = key(NameNormalForm.of(word));
    if (words.putIfAbsent(key, Kind.of(kind)) != null) {
      throw new IllegalArgumentException("harmless.csv: twice: " + word);
    }
    longest = Math.max(longest, key.length());
  }

  private static String key(String plain) {
    return plain.toLowerCase(Locale.ROOT);
  }

  /**
   * What a word is.
   *
   * @param plain in the form of {@link NameNormalForm#of}
   * @return empty if it is not on the list
   */
  public Optional<Kind> kind(String plain) {
    return plain.length() > longest ? Optional.empty() : Optional.ofNullable(words.get(key(plain)));
  }

  /** All words of the list, but for its forms. */
  public List<Entry> entries() {
    return words.entrySet().stream()
        .map(it -> new Entry(it.getKey(), it.getValue()))
        .sorted(Comparator.comparing(Entry::text))
        .toList();
  }

  public List<Form> forms() {
    return List.copyOf(forms);
  }
}
