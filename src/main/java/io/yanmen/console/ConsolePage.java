package io.yanmen.console;

import io.yanmen.console.page.Page;
import java.util.function.Function;

/**
 * A page of the console, and where it is found.
 *
 * @param texts name of the file that its texts are in; their keys begin with it
 * @param inMenu whether the menu leads to it, as {@code /TEXTS} and by the text {@code TEXTS.menu}
 */
public record ConsolePage(String texts, boolean inMenu, Function<PageParts, Page> maker) {
  /** One that the menu leads to. */
  public static ConsolePage ofMenu(String texts, Function<PageParts, Page> maker) {
    return new ConsolePage(texts, true, maker);
  }

  /** One that other pages lead to. */
  public static ConsolePage behind(String texts, Function<PageParts, Page> maker) {
    return new ConsolePage(texts, false, maker);
  }
}
