package io.yanmen.service.fetch;

import io.yanmen.model.Period;
import java.util.List;
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
 * @param secrets what its placeholders for secrets stand for
 */
public record PageRequest(
    String url,
    String shown,
    Map<String, String> headers,
    String fileName,
    Optional<Period> period,
    String page,
    int number,
    List<String> secrets) {
  public PageRequest {
    headers = Map.copyOf(headers);
    secrets = List.copyOf(secrets);
  }

  @Override
  public String toString() {
    return shown;
  }
}
