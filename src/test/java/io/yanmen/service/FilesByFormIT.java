package io.yanmen.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.options.FilePayload;
import io.yanmen.HostileTexts;
import io.yanmen.service.RawHttp.Answer;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
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

/** Files that are sent to a running console by a plain form, as a browser without scripts does. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FilesByFormIT {
  private final ServiceProcess service;

  FilesByFormIT(@TempDir Path folder) throws Exception {
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

  @Test
  void plainFormSendsSeveralFilesAtOnceAndNoneIsLost() throws Exception {
    dropped(coal("one.csv", 6, "16.5"), coal("../../two.csv", 7, "17.5"));

    RawHttp http = new RawHttp(service.console());
    assertThat(http.get("/loads?file=one.csv").body()).contains("<bdi>one.csv</bdi>");
    assertThat(http.get("/loads?file=two.csv").body()).contains("<bdi>two.csv</bdi>");
    assertThat(ServiceProcess.filesIn(service.home().resolve("data/uploads"))).isEmpty();
  }

  /** The head of a part that holds a file, as a program that means harm writes it. */
  private static String named(String attributes) {
    return "Content-Disposition: form-data; name=\"file\"; " + attributes + "\r\n";
  }

  @Test
  void fileIsPutIntoTheInboxOrRefusedWhateverItsName() throws Exception {
    RawHttp http = new RawHttp(service.console());
    List<String> attributes = new ArrayList<>();
    for (String text : HostileTexts.ALL) {
      attributes.add("filename=\"" + text + ".csv\"");
      attributes.add(
          "filename*=UTF-8''" + URLEncoder.encode(text + ".csv", StandardCharsets.UTF_8));
    }
    attributes.addAll(
        List.of(
            "filename=\"\"",
            "filename=\"nul\0.csv\"",
            "filename=\"../../../\"",
            "filename=\"C:\\Users\\x\\..\\..\\a.csv\"",
            "filename=\"/dev/null\"",
            "filename=\"~/.ssh/authorized_keys\"",
            "filename=\"routes/evil.camel.yaml\"",
            "filename=\"" + "x".repeat(4000) + ".csv\"",
            "filename=\"" + "../".repeat(1300) + "x.csv\"",
            "filename=x.csv; filename=\"../y.csv\"",
            "filename*=UTF-8''..%2f..%2fz%00.csv",
            "filename*=UTF-16''%ff",
            "filename=\"=?UTF-8?B?Li4vLi4vei5jc3Y=?=\""));
    List<Path> before = filesOutsideOfData();
    int taken = 0;
    for (String it : attributes) {
      String form = "--limit\r\n" + named(it) + "\r\n" + "x" + taken + ",y\r\n--limit--\r\n";
      Answer answer =
          http.send(
              "POST",
              "/api/files",
              form,
              "X-Requested-With: test",
              "Content-Type: multipart/form-data; boundary=limit");
      assertThat(answer.status()).as(it + answer.body()).isIn(202, 400);
      assertThat(answer.header("X-Injected")).isEmpty();
      taken += answer.status() == 202 ? 1 : 0;
    }
    assertThat(taken).isGreaterThan(HostileTexts.ALL.size());
    service.awaitEmptyInbox(java.time.Duration.ofSeconds(60));
    assertThat(filesOutsideOfData()).isEqualTo(before);
    assertThat(ServiceProcess.filesIn(service.home().resolve("data/uploads"))).isEmpty();
    HttpResponse<String> loads =
        HttpClient.newHttpClient()
            .send(
                HttpRequest.newBuilder(service.console().resolve("/api/loads?limit=1000")).build(),
                HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    assertThat(
            new ObjectMapper().readTree(loads.body()).path("loads").findValuesAsText("file_name"))
        .hasSizeGreaterThanOrEqualTo(taken)
        .noneMatch(it -> it.contains("/") || it.contains("\\"));
  }

  private List<Path> filesOutsideOfData() throws IOException {
    return ServiceProcess.filesIn(service.home()).stream()
        .filter(it -> !it.startsWith(service.home().resolve("data")))
        .toList();
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
