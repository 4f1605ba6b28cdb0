package io.yanmen.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.yanmen.console.access.PasswordHash;
import io.yanmen.console.access.Users;
import io.yanmen.console.web.UserRole;
import java.io.File;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How a console comes to be served, and when a service refuses to start instead. */
class ConsoleStartIT {
  private final Path folder;

  ConsoleStartIT(@TempDir Path folder) {
    this.folder = folder;
  }

  private String refusal(Map<String, String> environment) throws Exception {
    File output = folder.resolve("output.log").toFile();
    Process process = ServiceProcess.command(folder.resolve("home"), output, environment, "run");
    assertThat(process.waitFor(90, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).isEqualTo(2);
    return Files.readString(output.toPath());
  }

  @Test
  void withoutUsersNobodyElseIsServed() throws Exception {
    assertThat(
            refusal(
                Map.of(
                    "YANMEN_CONSOLE_ENABLED", "true",
                    "YANMEN_CONSOLE_PORT", "0",
                    "YANMEN_CONSOLE_HOST", "0.0.0.0")))
        .contains("nobody could log in", "yanmen user add");
  }

  @Test
  void portThatIsTakenIsNamed() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String port = Integer.toString(taken.getLocalPort());
      assertThat(refusal(Map.of("YANMEN_CONSOLE_ENABLED", "true", "YANMEN_CONSOLE_PORT", port)))
          .contains("127.0.0.1:" + port, "YANMEN_CONSOLE_PORT");
    }
  }

  @Test
  void withAKeystoreItIsServedEncryptedToOthersToo() throws Exception {
    Path home = Files.createDirectories(folder.resolve("home"));
    Path keys = home.resolve("keys.p12");
    keytool(keys);
    new Users(home.resolve("users"))
        .put(
            new Users.ConsoleUser(
                "olga", UserRole.OPERATOR, new PasswordHash().of("a good password")));
    ServiceProcess service =
        ServiceProcess.withConsole(
            home,
            Map.of(
                "YANMEN_CONSOLE_HOST", "0.0.0.0",
                "YANMEN_CONSOLE_KEYSTORE", "keys.p12",
                "YANMEN_CONSOLE_KEYSTORE_PASSWORD", "secret of the keys"));
    URI console = service.console();
    assertThat(console.getScheme()).isEqualTo("https");
    HttpClient client = HttpClient.newBuilder().sslContext(trusting(keys)).build();
    HttpResponse<String> answer =
        client.send(
            HttpRequest.newBuilder(URI.create("https://localhost:" + console.getPort() + "/login"))
                .build(),
            HttpResponse.BodyHandlers.ofString());
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Strict-Transport-Security")).isPresent();
    assertThat(answer.headers().firstValue("Set-Cookie").orElse("")).contains("Secure");
    assertThat(service.log()).doesNotContain("secret of the keys");
    assertThat(service.stop()).isZero();
  }

  /** What is asked for in HTTP/2 over plain text, or encrypted, is answered in HTTP/1.1. */
  @Test
  void clientThatWouldRatherSpeakHttp2IsServed() throws Exception {
    ServiceProcess service = ServiceProcess.withConsole(folder.resolve("home"), Map.of());
    HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_2).build();
    for (String path : List.of("/", "/routes", "/api/areas")) {
      HttpResponse<String> answer =
          client.send(
              HttpRequest.newBuilder(service.console().resolve(path)).build(),
              HttpResponse.BodyHandlers.ofString());
      assertThat(answer.statusCode()).as(path).isEqualTo(200);
    }
    assertThat(service.stop()).isZero();
  }

  private static void keytool(Path keys) throws Exception {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                "console",
                "-keyalg",
                "EC",
                "-dname",
                "CN=localhost",
                "-ext",
                "SAN=DNS:localhost,IP:127.0.0.1",
                "-keystore",
                keys.toString(),
                "-storetype",
                "PKCS12",
                "-storepass",
                "secret of the keys")
            .inheritIO()
            .start();
    assertThat(process.waitFor()).isZero();
  }

  private static SSLContext trusting(Path keys) throws Exception {
    KeyStore store = KeyStore.getInstance(keys.toFile(), "secret of the keys".toCharArray());
    KeyStore trusted = KeyStore.getInstance("PKCS12");
    trusted.load(null, null);
    trusted.setCertificateEntry("console", store.getCertificate("console"));
    TrustManagerFactory factory =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init(trusted);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, factory.getTrustManagers(), null);
    return context;
  }
}
