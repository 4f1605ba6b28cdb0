package io.yanmen.console.page;

import io.yanmen.model.Language;
import io.yanmen.model.message.Messages;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/** What the pages say, beside what the rest of the product says: one file a page and language. */
public final class PageMessages {
  private final Messages zh;
  private final Messages en;

  /**
   * @param files that hold them; a key begins with the name of its file
   */
  public PageMessages(List<String> files) {
    this.zh = read(files, Language.ZH);
    this.en = read(files, Language.EN);
  }

  public Messages in(Language language) {
    return language == Language.ZH ? zh : en;
  }

  /**
   * What a route says of itself, in the reader's language where it is one that is shipped; the
   * words of an operator stay as they are.
   */
  public String about(String description, Language language) {
    return en.keys().stream()
        .filter(it -> it.startsWith("routes.about.") && en.pattern(it).equals(description))
        .findFirst()
        .map(it -> in(language).text(it))
        .orElse(description);
  }

  private static Messages read(List<String> files, Language language) {
    Map<String, String> all = new TreeMap<>();
    for (String file : files) {
      Properties properties = new Properties();
      String name = file + (language == Language.ZH ? "_zh" : "_en") + ".properties";
      try (InputStream in = PageMessages.class.getResourceAsStream(name)) {
        if (in == null) {
          throw new IllegalStateException("the program is incomplete: no " + name);
        }
        properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
      } catch (IOException e) {
        throw new UncheckedIOException(name, e);
      }
      properties.stringPropertyNames().forEach(it -> all.put(it, properties.getProperty(it)));
    }
    return Messages.of(language).with(all);
  }
}
