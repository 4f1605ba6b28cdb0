package io.yanmen.console.sdmx;

import io.yanmen.model.Language;
import io.yanmen.model.message.Messages;

/** What components of the structure are called. */
final class Components {
  private Components() {}

  static String name(String id, Language language) {
    String key = "sdmx.component." + id;
    Messages messages = Messages.of(language);
    return messages.keys().contains(key) ? messages.text(key) : id;
  }
}
