package io.yanmen.service;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import io.yanmen.service.RawHttp.Answer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Files that are sent to a running console, by its page and by a plain form. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FilesInBrowserIT {
  private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
  private static final double PATIENCE = 60_000;

  private final ServiceProcess service;

  FilesInBrowserIT(@TempDir Path folder) throws Exception {
    service = ServiceProcess.withConsole(folder.resolve("home"), Map.of());
  }

  @AfterAll
  void stop() throws Exception {
    assertThat(service.stop()).isZero();
  }

  private static FilePayload coal(String name, int month, String value) {
    return new FilePayload(
        name,
        "text/csv",
        "地区,2025年%d月原煤产量（万吨）\n代县,%s\n".formatted(month, value).getBytes(StandardCharsets.UTF_8));
  }

  private interface Work {
    void on(Page page) throws Exception;
  }

  private void inBrowser(Work work) throws Exception {
    assumeTrue(Files.isExecutable(CHROMIUM), "skipped: Debian's chromium is not installed");
    List<String> troubles = new ArrayList<>();
    try (Playwright playwright =
            Playwright.create(
                new Playwright.CreateOptions()
                    .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        Browser browser =
            playwright
                .chromium()
                .launch(
                    new BrowserType.LaunchOptions()
                        .setExecutablePath(CHROMIUM)
                        .setArgs(List.of("--no-sandbox", "--disable-gpu")))) {
      Page page =
          browser.newPage(new Browser.NewPageOptions().setAcceptDownloads(true).setLocale("en"));
      page.onConsoleMessage(
          it -> {
            if (it.type().equals("error")) {
              troubles.add(it.text());
            }
          });
      page.onPageError(troubles::add);
      work.on(page);
    }
    assertThat(troubles).isEmpty();
  }

  private static void press(Page page, String name) {
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true))
        .click();
  }

  @Test
  void uploadedFilesAreFollowedToTheirOutcome() throws Exception {
    inBrowser(
        page -> {
          page.navigate(service.console() + "/loads?lang=en");
          page.setInputFiles(
              "#drop input[type=file]",
              new FilePayload[] {
                coal("<img src=x onerror=alert(1)>.csv", 1, "11.5"),
                new FilePayload("broken.xlsx", "", "nothing".getBytes(StandardCharsets.UTF_8))
              });
          press(page, "Load");

          Locator loaded = page.locator(".upload .pill.loaded");
          loaded.waitFor(new Locator.WaitForOptions().setTimeout(PATIENCE));
          Locator rejected = page.locator(".upload .pill.rejected");
          rejected.waitFor(new Locator.WaitForOptions().setTimeout(PATIENCE));
          assertThat(page.locator(".upload:has(.pill.loaded)")).containsText("1 new, 0 changed");
          // The list shows both without being asked again.
          assertThat(page.locator("#rows"))
              .containsText(
                  "broken.xlsx", new LocatorAssertions.ContainsTextOptions().setTimeout(PATIENCE));
          assertThat(page.locator("#rows")).containsText("img src x onerror");
          page.locator(".upload a").first().click();
          assertThat(page.locator("h1")).isVisible();
        });
  }

  @Test
  void triedFileIsShownAndSavedAndNotLoaded() throws Exception {
    inBrowser(
        page -> {
          page.navigate(service.console() + "/try?lang=en");
          page.setInputFiles("#drop input[type=file]", coal("tried.csv", 2, "12.5"));
          press(page, "Try first");
          assertThat(page.locator("article.trial")).containsText("All of it can be loaded");

          page.setInputFiles("#drop input[type=file]", coal("tried.csv", 2, "12.5"));
          Download saved = page.waitForDownload(() -> press(page, "Try, save as csv"));
          assertThat(saved.suggestedFilename()).isEqualTo("tried.csv.csv");
          assertThat(Files.readString(saved.path())).contains("raw_coal_output");

          page.navigate(service.console() + "/loads?file=tried");
          assertThat(page.locator("#list .empty")).isVisible();
        });
  }

  @Test
  void figureOpensInADialogThatGivesTheFocusBack() throws Exception {
    dropped(coal("april.csv", 4, "14.5"), coal("may.csv", 5, "15.5"));
    inBrowser(
        page -> {
          page.navigate(service.console() + figure("2025-04-01") + "?lang=en");
          Locator after = page.locator("main a[data-figure]").last();
          after.focus();
          after.press("Enter");

          Locator dialog = page.locator("dialog.figure-dialog");
          assertThat(dialog).isVisible();
          assertThat(dialog.locator("td.marked")).containsText("15.5");
          assertThat(dialog.locator("h1")).isFocused();
          page.keyboard().press("Escape");
          assertThat(dialog).isHidden();
          assertThat(after).isFocused();
        });
  }

  /** The address of the one figure of a period. */
  private String figure(String period) throws IOException {
    RawHttp http = new RawHttp(service.console());
    for (int series = 1; series < 10; series++) {
      String address = "/figures/" + series + "/" + period;
      if (http.get(address).status() == 200) {
        return address;
      }
    }
    throw new IllegalStateException("no figure of " + period);
  }

  @Test
  void plainFormSendsSeveralFilesAtOnceAndNoneIsLost() throws Exception {
    dropped(coal("one.csv", 6, "16.5"), coal("../../two.csv", 7, "17.5"));

    RawHttp http = new RawHttp(service.console());
    assertThat(http.get("/loads?file=one.csv").body()).contains("<bdi>one.csv</bdi>");
    assertThat(http.get("/loads?file=two.csv").body()).contains("<bdi>two.csv</bdi>");
    assertThat(ServiceProcess.filesIn(service.home().resolve("data/uploads"))).isEmpty();
  }

  /** Sends a form as a browser without scripts does, and waits until all is put away. */
  private void dropped(FilePayload... files) throws IOException {
    RawHttp http = new RawHttp(service.console());
    Answer page = http.get("/loads");
    Matcher token = Pattern.compile("data-csrf=\"([^\"]+)\"").matcher(page.body());
    assertThat(token.find()).isTrue();
    StringBuilder form = new StringBuilder(part("csrf", "", token.group(1)));
    for (FilePayload it : files) {
      form.append(part("file", it.name, new String(it.buffer, StandardCharsets.UTF_8)));
    }
    Answer answer =
        http.send(
            "POST",
            "/files",
            form + "--limit--\r\n",
            "Cookie: yanmen-session=" + page.cookie("yanmen-session"),
            "Content-Type: multipart/form-data; boundary=limit");
    assertThat(answer.header("Location")).contains("/loads?dropped=" + files.length);
    service.awaitEmptyInbox(java.time.Duration.ofSeconds(60));
  }

  private static String part(String name, String fileName, String content) {
    return "--limit\r\nContent-Disposition: form-data; name=\""
        + name
        + (fileName.isEmpty()
            ? "\""
            : "\"; filename=\"" + fileName + "\"\r\nContent-Type: text/csv")
        + "\r\n\r\n"
        + content
        + "\r\n";
  }
}
