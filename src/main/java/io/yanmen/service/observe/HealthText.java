package io.yanmen.service.observe;

/**
 * What a check says. Camel writes it between the quotes of a JSON text as it is, so it must hold
 * nothing that would end it.
 */
final class HealthText {
  private HealthText() {}

  static String of(String said) {
    return said.replaceAll("[\\p{Cntrl}\\\\]+", " ").replace('"', '\'').strip();
  }
}
