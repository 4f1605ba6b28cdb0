package io.yanmen.service.alert;

import io.yanmen.model.Language;
import io.yanmen.model.text.ShownText;
import java.time.Instant;

/**
 * Something that people are told of. It holds no secret: of what was refused only codes and cell
 * addresses, of the machine only paths below its home. All texts are single lines.
 *
 * @param subject tells it from others of its kind
 * @param name what is meant, for people: a file, a feed, a route
 * @param source code of the source; may be empty
 * @param place where the file lies, from the home on; may be empty
 * @param reasonZh why, in one line; may be empty
 * @param reasonEn the same in English
 * @param node the service that tells it
 */
public record Alert(
    AlertKind kind,
    String subject,
    String name,
    String source,
    String place,
    String reasonZh,
    String reasonEn,
    String node,
    Instant at) {
  private static final int LIMIT = 300;

  public Alert {
    name = ShownText.line(name, LIMIT);
    source = ShownText.line(source, LIMIT);
    place = ShownText.line(place, LIMIT);
    reasonZh = ShownText.line(reasonZh, LIMIT);
    reasonEn = ShownText.line(reasonEn, LIMIT);
  }

  public String reason(Language language) {
    return language == Language.ZH ? reasonZh : reasonEn;
  }
}
