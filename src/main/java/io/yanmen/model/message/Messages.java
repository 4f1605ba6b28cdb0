package io.yanmen.model.message;

import io.yanmen.model.Language;
import io.yanmen.model.outcome.Note;
import io.yanmen.model.outcome.Rejection;
import io.yanmen.model.outcome.RejectionCode;
import io.yanmen.model.table.CellAddress;
import io.yanmen.model.text.ShownText;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the product says to people, in one language. Texts come from {@code messages_zh.properties}
 * and {@code messages_en.properties}.
 *
 * <p>{@code {0}} stands for the first argument, {@code {0:term}} for its name in this language if
 * it is a word of the vocabulary ({@code yoy}), {@code {0:number}} for a number with thousands
 * separated, {@code {0:zh}} and {@code {1:en}} for arguments that are said in one language only and
 * shown in that. A passage in double brackets is left out when an argument in it is missing or
 * blank. A list is shown with the language's comma between its elements. Arguments are shown as
 * they are and never read as patterns, so text from files can do no harm.
 */
public final class Messages {
  private static final int ARGUMENT_LIMIT = 300;
  private static final Pattern OPTIONAL = Pattern.compile("\\[\\[(.*?)]]");
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\d)(?::(term|number|zh|en))?}");
  private static final Messages ZH = new Messages(Language.ZH, "messages_zh.properties");
  private static final Messages EN = new Messages(Language.EN, "messages_en.properties");

  private final Language language;
  private final Map<String, String> texts;

  private Messages(Language language, Map<String, String> texts) {
    this.language = language;
    this.texts = Map.copyOf(texts);
  }

  private Messages(Language language, String resource) {
    this(language, read(resource));
  }

  private static Map<String, String> read(String resource) {
    Properties properties = new Properties();
    try (InputStream in = Messages.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("the program is incomplete: no " + resource);
      }
      properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(resource, e);
    }
    Map<String, String> all = new TreeMap<>();
    properties.stringPropertyNames().forEach(k -> all.put(k, properties.getProperty(k)));
    return all;
  }

  public static Messages of(Language language) {
    return language == Language.ZH ? ZH : EN;
  }

  /** These messages and more. */
  public Messages with(Map<String, String> more) {
    Map<String, String> all = new TreeMap<>(texts);
    all.putAll(more);
    return new Messages(language, all);
  }

  public Language language() {
    return language;
  }

  /** The keys that there is a text for. */
  public Set<String> keys() {
    return texts.keySet();
  }

  /**
   * The text of a key as it stands in the file, with its placeholders; the key if there is none.
   */
  public String pattern(String key) {
    return texts.getOrDefault(key, key);
  }

  /**
   * The text of a key with its arguments, each on one line and not too long; the key itself if
   * there is no text for it.
   */
  public String text(String key, Object... arguments) {
    return said(key, it -> ShownText.line(it, ARGUMENT_LIMIT), arguments);
  }

  /**
   * The same with all of its arguments, however long, for whoever needs them whole: paths, what a
   * server said.
   */
  public String whole(String key, Object... arguments) {
    return said(key, UnaryOperator.identity(), arguments);
  }

  private String said(String key, UnaryOperator<String> shown, Object... arguments) {
    List<String> said = Stream.of(arguments).map(this::listed).map(shown).toList();
    StringBuilder result = new StringBuilder();
    Matcher optional = OPTIONAL.matcher(pattern(key));
    while (optional.find()) {
      String passage = optional.group(1);
      boolean complete =
          PLACEHOLDER.matcher(passage).results().noneMatch(m -> said(m.group(1), said).isBlank());
      optional.appendReplacement(result, complete ? Matcher.quoteReplacement(passage) : "");
    }
    return filled(optional.appendTail(result).toString(), said);
  }

  /** A short name for a kind of refusal. */
  public String title(RejectionCode code) {
    return text("rejection." + code.name() + ".title");
  }

  /** What was expected, and what was found as far as the code's arguments tell. */
  public String explanation(Rejection rejection) {
    return text(
        "rejection." + rejection.code().name() + ".message", rejection.arguments().toArray());
  }

  /** What was found and what was expected, without the place. */
  public String reason(Rejection rejection) {
    String reason = explanation(rejection);
    String raw = ShownText.line(rejection.raw(), ARGUMENT_LIMIT);
    boolean shown = raw.isEmpty() || reason.contains(raw);
    return shown ? reason : reason + text("place.raw", raw);
  }

  /** What a person should do. */
  public String action(Rejection rejection) {
    return text(
        "rejection." + rejection.code().name() + ".action", rejection.arguments().toArray());
  }

  /** The whole message: file, sheet and cell, what was found, what was expected. */
  public String message(Rejection rejection, String fileName) {
    String cell = rejection.hasPlace() ? reference(rejection.cell()) : "";
    return text("place.full", fileName, rejection.cell().sheet(), cell) + reason(rejection);
  }

  /** Sheet and cell in words; empty where a file as a whole is meant. */
  public String place(Rejection rejection) {
    return rejection.hasPlace() ? place(rejection.cell()) : "";
  }

  /** Sheet and cell in words. */
  public String place(CellAddress cell) {
    return text("place.cell", cell.sheet(), reference(cell)).strip();
  }

  /** A note for the reader of a report. */
  public String note(Note note) {
    String key = "note." + note.code();
    return texts.containsKey(key)
        ? text(key, note.arguments().toArray())
        : text("note.other", note.code(), String.join(", ", note.arguments()));
  }

  /** The name of a word of the vocabulary; the word itself where it is none. */
  public String term(String word) {
    return texts.getOrDefault("term." + word, word);
  }

  private String filled(String pattern, List<String> arguments) {
    StringBuilder result = new StringBuilder();
    Matcher placeholder = PLACEHOLDER.matcher(pattern);
    while (placeholder.find()) {
      String value = said(placeholder.group(1), arguments);
      String form = placeholder.group(2);
      if (isOfOtherLanguage(form)) {
        placeholder.appendReplacement(result, "");
        continue;
      }
      if ("term".equals(form)) {
        value = term(value);
      } else if ("number".equals(form) && value.matches("\\d{1,18}")) {
        value = String.format(language.locale(), "%,d", new BigInteger(value));
      }
      placeholder.appendReplacement(
          result, Matcher.quoteReplacement(value.isEmpty() ? "—" : value));
    }
    return placeholder.appendTail(result).toString();
  }

  private boolean isOfOtherLanguage(@Nullable String form) {
    return ("zh".equals(form) || "en".equals(form)) && !language.name().equalsIgnoreCase(form);
  }

  private static String said(String index, List<String> arguments) {
    int i = Integer.parseInt(index);
    return i < arguments.size() ? arguments.get(i) : "";
  }

  private String listed(Object argument) {
    return argument instanceof Collection<?> several
        ? several.stream().map(String::valueOf).collect(Collectors.joining(comma()))
        : String.valueOf(argument);
  }

  /** What stands between the elements of a list. */
  public String comma() {
    return pattern("list.comma");
  }

  private static String reference(CellAddress cell) {
    return CellAddress.columnName(cell.column()) + (cell.row() + 1);
  }
}
