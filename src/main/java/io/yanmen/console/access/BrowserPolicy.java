package io.yanmen.console.access;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.net.URI;
import java.util.Set;

/** What every answer tells the browser, and which addresses a browser may have been given. */
final class BrowserPolicy {
  /** Nothing from elsewhere, nothing inline, in no frame. */
  static final String CONTENT_SECURITY_POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:;"
          + " font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none';"
          + " frame-ancestors 'none'";

  private final Set<String> hosts;
  private final boolean encrypted;

  /**
   * @param hosts names under which the service is known; empty for any
   */
  BrowserPolicy(Set<String> hosts, boolean encrypted) {
    this.hosts = Set.copyOf(hosts);
    this.encrypted = encrypted;
  }

  void protect(HttpServerResponse response) {
    response
        .putHeader("Content-Security-Policy", CONTENT_SECURITY_POLICY)
        .putHeader("X-Content-Type-Options", "nosniff")
        .putHeader("X-Frame-Options", "DENY")
        .putHeader("Referrer-Policy", "same-origin")
        .putHeader("Cross-Origin-Opener-Policy", "same-origin")
        .putHeader("Cross-Origin-Resource-Policy", "same-origin")
        .putHeader("Permissions-Policy", "camera=(), geolocation=(), microphone=()")
        .putHeader("Cache-Control", "no-store");
    if (encrypted) {
      response.putHeader("Strict-Transport-Security", "max-age=31536000");
    }
  }

  /**
   * Whether a request names a host that is meant: a page elsewhere whose name was made to point
   * here (DNS rebinding) does not.
   */
  boolean isMeant(HttpServerRequest request) {
    String host = request.authority() == null ? "" : request.authority().host();
    return hosts.isEmpty() || hosts.contains(host.toLowerCase(java.util.Locale.ROOT));
  }

  /** Whether a page of another site makes the request, as far as the browser tells. */
  static boolean isFromElsewhere(HttpServerRequest request) {
    String site = request.getHeader("Sec-Fetch-Site");
    if (site != null && !site.equals("same-origin") && !site.equals("none")) {
      return true;
    }
    String origin = request.getHeader("Origin");
    if (origin == null) {
      return false;
    }
    try {
      URI uri = URI.create(origin);
      return request.authority() == null
          || uri.getAuthority() == null
          || !uri.getAuthority().equalsIgnoreCase(request.authority().toString());
    } catch (IllegalArgumentException e) {
      return true;
    }
  }
}
