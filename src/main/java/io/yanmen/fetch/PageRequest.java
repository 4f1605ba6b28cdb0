package io.yanmen.fetch;

import io.yanmen.model.Period;
import java.util.Map;
import java.util.Optional;

/**
 * One request.
 *
 * @param url as it is sent; may hold secrets
 * @param shown the same without its secrets: what is kept and shown
 * @param headers as they are sent; may hold secrets
 * @param fileName the name of the file that its answer becomes
 * @param page the page's number, offset or URL
 * @param number how many-th page of its run it is, from 1
 */
public record PageRequest(
    String url,
    String shown,
    Map<String, String> headers,
    String fileName,
    Optional<Period> period,
    String page,
    int number) {
  @Override
  public String toString() {
    return shown;
  }
}
