package io.yanmen.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.yanmen.console.access.PasswordHash;
import io.yanmen.console.access.Users;
import io.yanmen.console.web.UserRole;
import io.yanmen.service.RawHttp.Answer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who gets into a console with users, and what a browser or a stranger can make it do. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ConsoleAccessIT {
  private static final String PASSWORD = "a good password";

  private final Users users;
  private final ServiceProcess service;
  private final RawHttp http;

  ConsoleAccessIT(@TempDir Path folder) throws Exception {
    Path home = folder.resolve("home");
    this.users = new Users(home.resolve("users"));
    add("olga", UserRole.OPERATOR);
    add("vera", UserRole.VIEWER);
    this.service =
        ServiceProcess.withConsole(
            home,
            Map.of(
                "YANMEN_CONSOLE_MOST_UPLOAD_BYTES", "20000",
                "YANMEN_CONSOLE_UPLOAD_STALL", "700"));
    this.http = new RawHttp(service.console());
  }

  private void add(String name, UserRole role) throws IOException {
    users.put(new Users.ConsoleUser(name, role, new PasswordHash().of(PASSWORD)));
  }

  @AfterAll
  void stop() throws Exception {
    assertThat(service.stop()).isZero();
  }

  /** A session of somebody, with the token of its forms. */
  private record Session(String cookie, String token) {
    String header() {
      return "Cookie: yanmen-session=" + cookie;
    }
  }

  private Session login(String name, String password) throws IOException {
    Session before = page("/login", "");
    Answer answer =
        http.post(
            "/login",
            "name=" + name + "&password=" + password.replace(' ', '+') + "&csrf=" + before.token(),
            before.header());
    String cookie = answer.cookie("yanmen-session");
    if (answer.header("Location").orElse("").startsWith("/login")) {
      return new Session("", "");
    }
    assertThat(cookie).isNotEmpty().isNotEqualTo(before.cookie());
    assertThat(answer.all("Set-Cookie").toString()).contains("HTTPOnly", "SameSite=Lax");
    return new Session(cookie, page("/", "yanmen-session=" + cookie).token());
  }

  private Session page(String path, String cookie) throws IOException {
    Answer page = http.get(path, "Cookie: " + cookie);
    assertThat(page.status()).as(page.body()).isEqualTo(200);
    Matcher token = Pattern.compile("data-csrf=\"([^\"]+)\"").matcher(page.body());
    assertThat(token.find()).isTrue();
    String session = page.cookie("yanmen-session");
    return new Session(session.isEmpty() ? cookie : session, token.group(1));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/routes", "/loads", "/calendar", "/routes/inbox", "/nothing"})
  void withoutLoginEachPageAsksForOne(String path) throws IOException {
    Answer answer = http.get(path);
    assertThat(answer.status()).isEqualTo(303);
    assertThat(answer.header("Location").orElse("")).startsWith("/login?next=");
  }

  @Test
  void whoeverHasSeenTheLoginPageIsNotLoggedInYet() throws IOException {
    Session before = page("/login", "");
    assertThat(http.get("/routes", before.header()).status()).isEqualTo(303);
    assertThat(http.get("/routes", before.header()).status()).isEqualTo(303);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/api/observations", "/sdmx/data/INDICATORS", "/api/routes"})
  void withoutLoginProgramsAreToldSo(String path) throws IOException {
    Answer answer = http.get(path);
    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.header("WWW-Authenticate")).isEmpty();
  }

  @Test
  void programsLogInWithEachRequest() throws IOException {
    assertThat(http.get("/api/areas", basic("vera", "wrong password")).status()).isEqualTo(401);
    assertThat(http.get("/api/areas", basic("vera", PASSWORD)).status()).isEqualTo(200);
  }

  private static String basic(String name, String password) {
    return "Authorization: Basic "
        + Base64.getEncoder()
            .encodeToString((name + ":" + password).getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void everyAnswerTellsTheBrowserToTrustNothingElse() throws IOException {
    Answer answer = http.get("/login");
    assertThat(answer.header("Content-Security-Policy").orElse(""))
        .contains("default-src 'none'", "script-src 'self'", "frame-ancestors 'none'")
        .doesNotContain("unsafe");
    assertThat(answer.header("X-Content-Type-Options")).contains("nosniff");
    assertThat(answer.header("X-Frame-Options")).contains("DENY");
    assertThat(answer.header("Cache-Control")).contains("no-store");
  }

  @Test
  void operatorPausesAndViewerDoesNot() throws IOException {
    Session vera = login("vera", PASSWORD);
    assertThat(http.get("/routes", vera.header()).body()).doesNotContain("action=\"/routes/inbox");
    assertThat(
            http.post("/routes/housekeeping/pause", "csrf=" + vera.token(), vera.header()).status())
        .isEqualTo(403);

    Session olga = login("olga", PASSWORD);
    Answer paused = http.post("/routes/housekeeping/pause", "csrf=" + olga.token(), olga.header());
    assertThat(paused.status()).isEqualTo(303);
    assertThat(http.get("/routes/housekeeping", olga.header()).body()).contains("pill Suspended");
    assertThat(
            http.post("/routes/housekeeping/resume", "csrf=" + olga.token(), olga.header())
                .status())
        .isEqualTo(303);
    assertThat(http.get("/audit", olga.header()).body())
        .contains("POST /routes/housekeeping/pause", "olga", "vera", "303", "403", "login");
    assertThat(http.get("/audit", vera.header()).status()).isEqualTo(403);
  }

  @Test
  void formWithoutItsTokenIsRefused() throws IOException {
    Session olga = login("olga", PASSWORD);
    Session other = login("vera", PASSWORD);
    String path = "/routes/reporting-calendar/pause";
    assertThat(http.post(path, "", olga.header()).status()).isEqualTo(403);
    assertThat(http.post(path, "csrf=guess", olga.header()).status()).isEqualTo(403);
    assertThat(http.post(path, "csrf=" + other.token(), olga.header()).status()).isEqualTo(403);
    assertThat(
            http.post(
                    path,
                    "csrf=" + olga.token(),
                    olga.header(),
                    "Origin: http://elsewhere.example",
                    "Sec-Fetch-Site: cross-site")
                .status())
        .isEqualTo(403);
    assertThat(http.get("/routes/reporting-calendar", olga.header()).body())
        .doesNotContain("pill Suspended");
  }

  @Test
  void programOfAnotherSiteCannotActWithThePasswordThatABrowserKeeps() throws IOException {
    Answer plain = http.send("POST", "/api/routes/housekeeping/pause", "", basic("olga", PASSWORD));
    assertThat(plain.status()).isEqualTo(403);
  }

  @Test
  void pageOfAnotherNameThatPointsHereIsRefused() throws IOException {
    assertThat(http.get("/login", "Host: evil.example:80").status()).isEqualTo(421);
  }

  @Test
  void guessingIsSlowedDown() throws IOException {
    add("gina", UserRole.VIEWER);
    for (int i = 0; i < 5; i++) {
      assertThat(login("gina", "guess number " + i).cookie()).isEmpty();
    }
    assertThat(login("gina", PASSWORD).cookie()).isEmpty();
  }

  @Test
  void loginLeadsNowhereElse() throws IOException {
    Session before = page("/login", "");
    Answer answer =
        http.post(
            "/login",
            "name=vera&password="
                + PASSWORD.replace(' ', '+')
                + "&next=//evil.example/&csrf="
                + before.token(),
            before.header());
    assertThat(answer.header("Location")).contains("/");
  }

  @Test
  void logoutEndsTheSession() throws IOException {
    Session vera = login("vera", PASSWORD);
    assertThat(http.get("/", vera.header()).status()).isEqualTo(200);
    assertThat(http.post("/logout", "csrf=" + vera.token(), vera.header()).status()).isEqualTo(303);
    assertThat(http.get("/", vera.header()).status()).isEqualTo(303);
  }

  @Test
  void userWhoIsRemovedIsOutAtOnce() throws IOException {
    add("rita", UserRole.OPERATOR);
    Session rita = login("rita", PASSWORD);
    assertThat(http.get("/", rita.header()).status()).isEqualTo(200);
    assertThat(users.remove("rita")).isTrue();
    assertThat(http.get("/", rita.header()).status()).isEqualTo(303);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/assets/x/../../application.properties",
        "/assets/x/%2e%2e/%2e%2e/application.properties",
        "/assets/x/..%2f..%2fusers",
        "/assets/users",
        "/assets/x//etc/passwd",
        "/loads/..%2f..%2fusers",
        "/loads/1/marked/..%2f..%2f..%2fusers",
        "/figures/1/..%2f..%2fusers"
      })
  void noPathLeadsOutOfWhatIsServed(String path) throws IOException {
    Session olga = login("olga", PASSWORD);
    Answer answer = http.get(path, olga.header());
    assertThat(answer.status()).isIn(400, 404);
    assertThat(answer.body()).doesNotContain("olga:operator", "yanmen.inbox.delay", "root:");
  }

  @Test
  void scriptInAnAddressIsShownAsText() throws IOException {
    Session olga = login("olga", PASSWORD);
    Answer answer = http.get("/routes/%3Cscript%3Ealert(1)%3C%2Fscript%3E", olga.header());
    assertThat(answer.body()).contains("&lt;script").doesNotContain("<script>alert");
    assertThat(http.get("/login?next=%22%3E%3Cscript%3Ealert(1)%3C/script%3E").body())
        .doesNotContain("<script>alert");
  }

  @Test
  void uploadThatIsTooLargeIsRefused() throws IOException {
    Session olga = login("olga", PASSWORD);
    String body =
        "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"big.csv\"\r\n\r\n"
            + "1".repeat(30_000)
            + "\r\n--x--\r\n";
    Answer answer =
        http.send(
            "POST",
            "/files",
            body,
            olga.header(),
            "X-CSRF-Token: " + olga.token(),
            "Content-Type: multipart/form-data; boundary=x");
    assertThat(answer.status()).isEqualTo(413);
    assertThat(service.home().resolve("data/uploads")).isEmptyDirectory();
  }

  @Test
  void uploadThatDoesNotComeOnIsGivenUp() throws IOException {
    Session olga = login("olga", PASSWORD);
    String head =
        "POST /files HTTP/1.1\r\nHost: "
            + service.console().getAuthority()
            + "\r\n"
            + olga.header()
            + "\r\nX-CSRF-Token: "
            + olga.token()
            + "\r\nContent-Type: multipart/form-data; boundary=x\r\nContent-Length: 10000\r\n\r\n";
    Answer answer = http.raw((head + "--x\r\n").getBytes(StandardCharsets.UTF_8));
    assertThat(answer.status()).isIn(0, 400, 408);
    Awaitility.await()
        .atMost(Duration.ofSeconds(10))
        .untilAsserted(() -> assertThat(service.home().resolve("data/uploads")).isEmptyDirectory());
    assertThat(http.get("/", olga.header()).status()).isEqualTo(200);
  }
}
