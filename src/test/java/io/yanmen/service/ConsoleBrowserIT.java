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
import com.microsoft.playwright.Response;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The console in a real browser, on what the demo loads. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ConsoleBrowserIT {
  private static final List<Path> BROWSERS =
      List.of(Path.of("/usr/bin/chromium"), Path.of("/usr/bin/chromium-browser"));

  /** A key of a text that is missing shows as itself. */
  private static final String NO_TEXT =
      "\\b(?:frame|today|routes|loads|calendar|indicators|targets|figures)\\.[a-z]+[a-z.]*\\b";

  private final Path folder;
  private final List<String> troubles = new ArrayList<>();
  private @Nullable Process demo;
  private URI console;
  private Playwright playwright;
  private @Nullable Browser browser;
  private @Nullable BrowserContext context;
  private Page page;

  ConsoleBrowserIT(@TempDir Path folder) {
    this.folder = folder;
  }

  @BeforeAll
  void startDemoAndBrowser() throws Exception {
    Optional<Path> chromium = BROWSERS.stream().filter(Files::isExecutable).findFirst();
    assumeTrue(chromium.isPresent(), "skipped: Debian's chromium is not installed");
    Path log = folder.resolve("demo.log");
    Process started =
        ServiceProcess.command(
            folder.resolve("home"),
            log.toFile(),
            Map.of("YANMEN_CONSOLE_ENABLED", "true", "YANMEN_CONSOLE_PORT", "0"),
            "demo");
    demo = started;
    Awaitility.await()
        .atMost(Duration.ofMinutes(3))
        .pollInterval(Duration.ofMillis(100))
        .failFast("the demo ended", () -> !started.isAlive())
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

  @AfterAll
  void stop() throws Exception {
    if (browser != null) {
      browser.close();
      playwright.close();
    }
    if (demo != null) {
      demo.destroy();
      assertThat(demo.waitFor(60, java.util.concurrent.TimeUnit.SECONDS)).isTrue();
    }
  }

  @BeforeEach
  void openPage() {
    open(1366, 768, ColorScheme.LIGHT);
  }

  private void open(int width, int height, ColorScheme colours) {
    if (context != null) {
      context.close();
    }
    context =
        Objects.requireNonNull(browser)
            .newContext(
                new Browser.NewContextOptions()
                    .setViewportSize(width, height)
                    .setColorScheme(colours)
                    .setAcceptDownloads(true));
    page = Objects.requireNonNull(context).newPage();
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
  }

  /** Nothing in the console of the browser, and no request to another host, in any test. */
  @AfterEach
  void nothingWentWrongInTheBrowser() {
    if (context != null) {
      context.close();
      context = null;
    }
    List<String> found = List.copyOf(troubles);
    troubles.clear();
    assertThat(found).isEmpty();
  }

  private void visit(String path) {
    Response response = page.navigate(console + path);
    assertThat(response.status()).as(path).isEqualTo(200);
    page.locator("h1").first().waitFor();
  }

  private void assertAccessible() {
    List<String> serious =
        new AxeBuilder(page)
            .analyze().getViolations().stream()
                .filter(it -> List.of("serious", "critical").contains(it.getImpact()))
                .map(ConsoleBrowserIT::words)
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

  static Stream<String> pages() {
    return Stream.of(
        "/",
        "/routes",
        "/routes/feed-coal-output",
        "/loads",
        "/loads/1",
        "/calendar",
        "/indicators",
        "/targets",
        "/nowhere");
  }

  @ParameterizedTest
  @MethodSource("pages")
  void eachPageIsWholeAccessibleAndInBothLanguages(String path) {
    for (String language : List.of("zh", "en")) {
      Response response = page.navigate(console + path + "?lang=" + language);
      assertThat(response.status()).isEqualTo(path.equals("/nowhere") ? 404 : 200);
      page.locator("h1").first().waitFor();
      assertThat(page.locator("html").getAttribute("lang"))
          .isEqualTo(language.equals("zh") ? "zh-CN" : "en");
      assertThat(page.locator("main").innerText()).doesNotContainPattern(NO_TEXT);
      assertAccessible();
    }
    if (path.equals("/nowhere")) {
      // The browser itself says so in its console.
      troubles.removeIf(it -> it.contains("404"));
    }
  }

  @ParameterizedTest
  @MethodSource("pages")
  void eachPageFitsAPhoneInTheDark(String path) {
    open(390, 844, ColorScheme.DARK);
    page.navigate(console + path + "?lang=zh");
    page.locator("h1").first().waitFor();
    assertThat((Boolean) page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
        .as("%s: nothing is wider than the screen", path)
        .isTrue();
    assertAccessible();
    troubles.removeIf(it -> it.contains("404"));
  }

  @Test
  void languageAndThemeThatWereChosenStay() {
    visit("/?lang=en&theme=dark");
    visit("/routes");
    assertThat(page.locator("html").getAttribute("lang")).isEqualTo("en");
    assertThat(page.locator("html").getAttribute("data-theme")).isEqualTo("dark");
  }

  @Test
  void routeIsPausedAndResumed() {
    visit("/routes/housekeeping?lang=en");
    page.getByRole(
            com.microsoft.playwright.options.AriaRole.BUTTON,
            new Page.GetByRoleOptions().setName("Pause housekeeping"))
        .click();
    PlaywrightAssertions.assertThat(page.locator(".pill.Suspended").first()).isVisible();
    visit("/");
    assertThat(page.locator(".matters").innerText()).contains("housekeeping");
    visit("/routes");
    page.getByRole(
            com.microsoft.playwright.options.AriaRole.BUTTON,
            new Page.GetByRoleOptions().setName("Resume housekeeping"))
        .click();
    PlaywrightAssertions.assertThat(page.locator(".pill.Suspended")).hasCount(0);
  }
}
