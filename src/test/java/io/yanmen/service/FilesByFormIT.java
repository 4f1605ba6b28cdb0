package io.yanmen.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.FilePayload;
import io.yanmen.service.RawHttp.Answer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
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
