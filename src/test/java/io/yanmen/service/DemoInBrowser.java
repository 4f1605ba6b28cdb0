package io.yanmen.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

/** What the demo loads, its console, and a real browser that looks at it and hides nothing. */
final class DemoInBrowser {
  private static final List<Path> BROWSERS =
      List.of(Path.of("/usr/bin/chromium"), Path.of("/usr/bin/chromium-browser"));

  private final List<String> troubles = new ArrayList<>();
  private final Process demo;
  private final URI console;
  private final Playwright playwright;
  private final Browser browser;
  private @Nullable BrowserContext context;

  /** Starts both, or skips the tests where there is no browser. */
  DemoInBrowser(Path folder) throws Exception {
    Optional<Path> chromium = BROWSERS.stream().filter(Files::isExecutable).findFirst();
    assumeTrue(chromium.isPresent(), "skipped: Debian's chromium is not installed");
    Path log = folder.resolve("demo.log");
    demo =
        ServiceProcess.command(
            folder.resolve("home"),
            log.toFile(),
            Map.of("YANMEN_CONSOLE_ENABLED", "true", "YANMEN_CONSOLE_PORT", "0"),
            "demo");
    Awaitility.await()
        .atMost(Duration.ofMinutes(3))
        .pollInterval(Duration.ofMillis(100))
        .failFast("the demo ended", () -> !demo.isAlive())
        .until(() -> Files.readString(log).contains("Console: "));
    console = URI.create(Files.readString(log).replaceFirst("(?s).*Console: (\\S+).*", "$1"));
    playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    browser =
        playwright
            .chromium()
            .launch(
                new BrowserType.LaunchOptions()
                    .setExecutablePath(chromium.get())
                    .setArgs(
                        List.of(
                            "--no-sandbox",
                            "--disable-gpu",
                            "--disable-background-networking",
                            "--disable-component-update",
                            "--disable-sync",
                            "--no-first-run")));
  }

  void close() throws Exception {
    browser.close();
    playwright.close();
    demo.destroy();
    assertThat(demo.waitFor(60, TimeUnit.SECONDS)).isTrue();
  }

  URI console() {
    return console;
  }

  Page open(int width, int height, ColorScheme colours) {
    if (context != null) {
      context.close();
    }
    context =
        browser.newContext(
            new Browser.NewContextOptions()
                .setViewportSize(width, height)
                .setColorScheme(colours)
                .setAcceptDownloads(true));
    Page page = context.newPage();
    page.onConsoleMessage(
        it -> {
          if (it.type().equals("error") || it.type().equals("warning")) {
            troubles.add(page.url() + ": " + it.text());
          }
        });
    page.onPageError(it -> troubles.add(page.url() + ": " + it));
    page.onRequest(
        it -> {
          URI asked = URI.create(it.url());
          if (!asked.getScheme().matches("data|blob")
              && !console.getAuthority().equals(asked.getAuthority())) {
            troubles.add("asks another host: " + it.url());
          }
        });
    return page;
  }

  /** The browser itself tells of a page that is asked for and is not there. */
  void expectMissingPage() {
    troubles.removeIf(it -> it.contains("404"));
  }

  /** Nothing in the console of the browser, and no request to another host, since the last time. */
  void assertNothingWentWrong() {
    if (context != null) {
      context.close();
      context = null;
    }
    List<String> found = List.copyOf(troubles);
    troubles.clear();
    assertThat(found).isEmpty();
  }

  static void assertAccessible(Page page) {
    List<String> serious =
        new AxeBuilder(page)
            .analyze().getViolations().stream()
                .filter(it -> List.of("serious", "critical").contains(it.getImpact()))
                .map(DemoInBrowser::words)
                .toList();
    assertThat(serious).as(page.url()).isEmpty();
  }

  private static String words(Rule rule) {
    return rule.getId()
        + ": "
        + rule.getHelp()
        + " "
        + rule.getNodes().stream()
            .limit(3)
            .map(it -> it.getTarget() + " " + it.getFailureSummary())
            .toList();
  }
}
