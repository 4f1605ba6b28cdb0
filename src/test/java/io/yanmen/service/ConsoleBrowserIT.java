package io.yanmen.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.JSHandle;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The console in a real browser, on what the demo loads. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ConsoleBrowserIT {
  /** A key of a text that is missing shows as itself. */
  private static final String NO_TEXT =
      "\\b(?:frame|today|routes|loads|calendar|indicators|targets|figures?)\\.[a-z]+[a-z.]*\\b";

  /** Milliseconds until a file that was sent has its outcome, on a busy machine. */
  private static final double PATIENCE = 60_000;

  private final DemoInBrowser demo;
  private Page page;

  ConsoleBrowserIT(@TempDir Path folder) throws Exception {
    demo = new DemoInBrowser(folder);
    page = demo.open(1366, 768, ColorScheme.LIGHT);
  }

  @AfterAll
  void stop() throws Exception {
    demo.close();
  }

  @BeforeEach
  void openPage() {
    page = demo.open(1366, 768, ColorScheme.LIGHT);
  }

  @AfterEach
  void nothingWentWrongInTheBrowser() {
    demo.assertNothingWentWrong();
  }

  private void visit(String path) {
    Response response = page.navigate(demo.console() + path);
    assertThat(response.status()).as(path).isEqualTo(200);
    page.locator("h1").first().waitFor();
  }

  private void press(String name) {
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true))
        .click();
  }

  private static String in(String path, String language) {
    return path + (path.contains("?") ? "&" : "?") + "lang=" + language;
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
        "/loads?status=held",
        "/try",
        "/audit",
        "/login",
        "/nowhere");
  }

  @ParameterizedTest
  @MethodSource("pages")
  void eachPageIsWholeAccessibleAndInBothLanguages(String path) {
    for (String language : List.of("zh", "en")) {
      Response response = page.navigate(demo.console() + in(path, language));
      assertThat(response.status()).isEqualTo(path.equals("/nowhere") ? 404 : 200);
      page.locator("h1").first().waitFor();
      assertThat(page.locator("html").getAttribute("lang"))
          .isEqualTo(language.equals("zh") ? "zh-CN" : "en");
      assertThat(page.locator("main").innerText()).doesNotContainPattern(NO_TEXT);
      DemoInBrowser.assertAccessible(page);
    }
    if (path.equals("/nowhere")) {
      demo.expectMissingPage();
    }
  }

  @ParameterizedTest
  @MethodSource("pages")
  void eachPageFitsAPhoneInTheDark(String path) {
    page = demo.open(390, 844, ColorScheme.DARK);
    page.navigate(demo.console() + in(path, "zh"));
    page.locator("h1").first().waitFor();
    assertThat((Boolean) page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
        .as("%s: nothing is wider than the screen", path)
        .isTrue();
    DemoInBrowser.assertAccessible(page);
    demo.expectMissingPage();
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
    press("Pause housekeeping");
    PlaywrightAssertions.assertThat(page.locator(".pill.Suspended").first()).isVisible();
    visit("/");
    assertThat(page.locator(".matters").innerText()).contains("housekeeping");
    visit("/routes");
    press("Resume housekeeping");
    PlaywrightAssertions.assertThat(page.locator(".pill.Suspended")).hasCount(0);
  }

  private static FilePayload coal(String name, int month, String value) {
    return new FilePayload(
        name,
        "text/csv",
        "地区,2023年%d月原煤产量（万吨）\n代县,%s\n".formatted(month, value).getBytes(StandardCharsets.UTF_8));
  }

  /** Lets a file fall on the page, as a hand with a mouse does. */
  private void drop(FilePayload file) {
    JSHandle carried =
        page.evaluateHandle(
            "([name, text]) => { const it = new DataTransfer();"
                + " it.items.add(new File([text], name, { type: 'text/csv' })); return it; }",
            List.of(file.name, new String(file.buffer, StandardCharsets.UTF_8)));
    page.dispatchEvent("main", "drop", Map.of("dataTransfer", carried));
  }

  /** The line of a file that was sent, once it has its outcome. */
  private Locator outcome(String name, String status) {
    Locator line =
        page.locator(".upload", new Page.LocatorOptions().setHasText(name))
            .filter(new Locator.FilterOptions().setHas(page.locator(".pill." + status)));
    line.waitFor(new Locator.WaitForOptions().setTimeout(PATIENCE));
    return line;
  }

  private Locator row(String name) {
    Locator row = page.locator("#rows tr", new Page.LocatorOptions().setHasText(name));
    row.first().waitFor(new Locator.WaitForOptions().setTimeout(PATIENCE));
    return row.first();
  }

  @Test
  void droppedFileIsLoadedAndItsRowLeadsToIt() {
    visit("/loads?lang=en");
    drop(coal("<img src=x onerror=alert(1)>.csv", 1, "11.5"));
    press("Load");
    PlaywrightAssertions.assertThat(outcome("onerror", "loaded")).containsText("1 new, 0 changed");
    PlaywrightAssertions.assertThat(row("img src x onerror").locator(".pill")).hasText("Loaded");
    row("img src x onerror").locator("a").click();
    PlaywrightAssertions.assertThat(page.locator("h1")).containsText("img src x onerror");
  }

  @Test
  void droppedFileWithAWrongCellIsRefusedAndSaysWhichAndWhy() {
    visit("/loads?lang=en");
    drop(coal("wrong.csv", 2, "12.5\n代甲县,4.5"));
    press("Load");
    outcome("wrong.csv", "rejected").locator("a").click();
    PlaywrightAssertions.assertThat(page.locator("#load .pill")).hasText("Not loaded");
    Locator refused = page.locator("details.group tr", new Page.LocatorOptions().setHasText("代甲县"));
    PlaywrightAssertions.assertThat(refused.first().locator("td.place"))
        .hasText(Pattern.compile("[AB]3"));
    PlaywrightAssertions.assertThat(refused.first().locator("td").nth(2)).not().isEmpty();
    DemoInBrowser.assertAccessible(page);
  }

  @Test
  void triedFileIsShownAndSavedAndNotLoaded() throws IOException {
    visit("/try?lang=en");
    page.setInputFiles("#drop input[type=file]", coal("tried.csv", 3, "12.5"));
    press("Try first");
    PlaywrightAssertions.assertThat(page.locator("article.trial"))
        .containsText("All of it can be loaded");
    DemoInBrowser.assertAccessible(page);

    page.setInputFiles("#drop input[type=file]", coal("tried.csv", 3, "12.5"));
    Download saved = page.waitForDownload(() -> press("Try, save as csv"));
    assertThat(saved.suggestedFilename()).isEqualTo("tried.csv.csv");
    assertThat(Files.readString(saved.path())).contains("raw_coal_output");

    visit("/loads?file=tried");
    PlaywrightAssertions.assertThat(page.locator("#list .empty")).isVisible();
  }

  @Test
  void numberLeadsToItsCellAndToWhatStoodThereBefore() {
    visit("/loads?lang=en");
    for (FilePayload it : List.of(coal("first.csv", 6, "16.5"), coal("second.csv", 6, "16.7"))) {
      page.setInputFiles("#drop input[type=file]", it);
      press("Load");
      outcome(it.name, "loaded");
    }
    visit("/indicators?in=140900&indicator=raw_coal_output&from=2023-06&to=2023-06");
    Locator number = page.locator("#ranking a[data-figure]");
    PlaywrightAssertions.assertThat(number).hasText("16.7");
    number.focus();
    number.press("Enter");

    Locator dialog = page.locator("dialog.figure-dialog");
    PlaywrightAssertions.assertThat(dialog.locator("td.marked")).containsText("16.7");
    PlaywrightAssertions.assertThat(dialog.locator(".facts")).containsText("second.csv");
    PlaywrightAssertions.assertThat(dialog.locator(".earlier tbody tr")).containsText("16.5");
    PlaywrightAssertions.assertThat(dialog.locator("h1")).isFocused();
    DemoInBrowser.assertAccessible(page);
    page.keyboard().press("Escape");
    PlaywrightAssertions.assertThat(dialog).isHidden();
    PlaywrightAssertions.assertThat(number).isFocused();
  }

  @Test
  void figureIsAPageOfItsOwnInBothLanguages() {
    visit("/indicators");
    String figure = page.locator("#ranking a[data-figure]").first().getAttribute("href");
    for (String language : List.of("zh", "en")) {
      visit(in(figure, language));
      assertThat(page.locator("main").innerText()).doesNotContainPattern(NO_TEXT);
      PlaywrightAssertions.assertThat(page.locator("td.marked")).isVisible();
      DemoInBrowser.assertAccessible(page);
    }
  }

  @Test
  void indicatorsOpenWithALineAndAreSavedAsXlsxCsvAndPng() throws IOException {
    visit("/indicators?lang=en");
    PlaywrightAssertions.assertThat(page.locator("#line canvas, #line svg").first()).isVisible();
    List<String> numbers = page.locator("#ranking a[data-figure]").allInnerTexts();
    assertThat(numbers).hasSizeGreaterThan(3);

    Locator table =
        page.locator("section", new Page.LocatorOptions().setHas(page.locator("#heat")));
    Download xlsx = page.waitForDownload(() -> table.getByText("xlsx").click());
    assertThat(texts(xlsx.path())).containsAll(numbers);
    Download csv = page.waitForDownload(() -> table.getByText("csv").click());
    assertThat(Files.readString(csv.path())).contains(numbers);
    for (String chart : List.of("line", "bar", "heat")) {
      Download png = page.waitForDownload(() -> page.locator("[data-png=" + chart + "]").click());
      assertThat(png.suggestedFilename()).endsWith(".png");
      assertThat(ImageIO.read(png.path().toFile()).getWidth()).as(chart).isEqualTo(2400);
    }
  }

  /** All that stands in a workbook, as it is shown. */
  private static List<String> texts(Path file) throws IOException {
    List<String> texts = new ArrayList<>();
    DataFormatter shown = new DataFormatter();
    try (Workbook book = WorkbookFactory.create(file.toFile())) {
      book.forEach(
          sheet ->
              sheet.forEach(row -> row.forEach(cell -> texts.add(shown.formatCellValue(cell)))));
    }
    return texts;
  }
}
