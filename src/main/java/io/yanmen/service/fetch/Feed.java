package io.yanmen.service.fetch;

import io.yanmen.model.Period;
import io.yanmen.secret.Secrets;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A feed: what is asked of which server, and what its answers become.
 *
 * @param url with placeholders (see docs/add-a-feed-route.md)
 * @param headers of the request, with placeholders
 * @param source code of the source that its files belong to
 * @param fileName with placeholders; empty for the feed's name with period and page
 * @param first the first period there is, for a feed of which nothing is loaded yet
 */
public record Feed(
    String name,
    String url,
    Map<String, String> headers,
    BodyFormat format,
    String source,
    String fileName,
    ZoneId zone,
    Paging paging,
    Optional<Period> first) {
  public Feed {
    if (!url.startsWith("http://") && !url.startsWith("https://")) {
      throw new IllegalArgumentException("uri: begins with http:// or https://, not " + url);
    }
    headers = Map.copyOf(headers);
  }

  /** The periods that it asks for; empty if its URL has none. */
  public Optional<PeriodSelection> selection() {
    return Placeholders.selection(url);
  }

  /** The first request for a period. */
  public PageRequest firstRequest(Optional<Period> period) {
    return request(period, paging.first(), 1);
  }

  /**
   * @param page a page number, an offset or, for pages that name the next one, its URL
   * @param number how many-th page of its run it is, from 1
   */
  public PageRequest request(Optional<Period> period, String page, int number) {
    Placeholders.Values values =
        new Placeholders.Values(period, page, paging.offset(page).toString());
    boolean isLink = paging.kind() == Paging.PagingKind.LINK && number > 1;
    String shown =
        Secrets.withoutNamed(Placeholders.shown(url, values, Placeholders::encoded))
            + (isLink ? "#" + number : "");
    List<String> secrets = new ArrayList<>();
    String resolved =
        isLink ? page : Placeholders.resolved(url, values, Placeholders::encoded, secrets::add);
    Map<String, String> sent =
        headers.entrySet().stream()
            .collect(
                java.util.stream.Collectors.toMap(
                    Map.Entry::getKey,
                    it ->
                        Placeholders.resolved(it.getValue(), values, text -> text, secrets::add)));
    return new PageRequest(
        PlainUrl.of(resolved), shown, sent, nameOf(values, number), period, page, number, secrets);
  }

  private String nameOf(Placeholders.Values values, int number) {
    if (!fileName.isEmpty()) {
      String named = Placeholders.shown(fileName, values, text -> text);
      return number == 1 || Placeholders.contains(fileName, "page")
          ? named
          : numbered(named, number);
    }
    String plain =
        name + values.period().map(it -> "-" + it.label()).orElse("") + "." + format.ending();
    return number == 1 && paging.kind() == Paging.PagingKind.NONE ? plain : numbered(plain, number);
  }

  private static String numbered(String name, int number) {
    int dot = name.lastIndexOf('.');
    return dot < 0
        ? name + "-p" + number
        : name.substring(0, dot) + "-p" + number + name.substring(dot);
  }
}
