package io.yanmen.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.yanmen.warehouse.ForeignServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.Key;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Commands against a server that speaks TLS, with certificates made here by the JDK's keytool. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DatabaseTlsIT {
  private static final String PASSWORD = "Marked-db-password";

  private final Path folder;
  private @Nullable ForeignServer encrypted;
  private @Nullable ForeignServer plain;

  DatabaseTlsIT(@TempDir Path folder) {
    this.folder = folder;
  }

  @BeforeAll
  void startServers() throws Exception {
    authority("ca");
    authority("other-ca");
    issue("ca", "server", "dns:localhost");
    Path key = pem("PRIVATE KEY", "server", privateKey("server"));
    Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-------"));
    Path certificate = pem("CERTIFICATE", "server-cert", certificate("server").getEncoded());
    pem("CERTIFICATE", "ca", certificate("ca").getEncoded());
    pem("CERTIFICATE", "other-ca", certificate("other-ca").getEncoded());
    encrypted =
        ForeignServer.start(
            folder.resolve("encrypted"),
            PASSWORD,
            "ssl=on",
            "ssl_cert_file=" + certificate,
            "ssl_key_file=" + key);
    plain = ForeignServer.start(folder.resolve("plain"), PASSWORD);
  }

  @AfterAll
  void stopServers() throws Exception {
    if (encrypted != null) {
      encrypted.close();
    }
    if (plain != null) {
      plain.close();
    }
  }

  private void keytool(String... arguments) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
    command.addAll(List.of(arguments));
    Path output = folder.resolve("keytool.out");
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    assertThat(process.waitFor()).as(Files.readString(output)).isZero();
  }

  private String store(String name) {
    return folder.resolve(name + ".p12").toString();
  }

  private void authority(String name) throws Exception {
    keytool(
        "-genkeypair",
        "-alias",
        name,
        "-keyalg",
        "EC",
        "-dname",
        "CN=" + name,
        "-ext",
        "bc:c",
        "-validity",
        "30",
        "-keystore",
        store(name),
        "-storepass",
        "changeit");
  }

  private void issue(String authority, String name, String subject) throws Exception {
    String request = folder.resolve(name + ".csr").toString();
    String issued = folder.resolve(name + ".crt").toString();
    String root = folder.resolve(authority + ".crt").toString();
    keytool(
        "-genkeypair",
        "-alias",
        name,
        "-keyalg",
        "EC",
        "-dname",
        "CN=" + name,
        "-validity",
        "30",
        "-keystore",
        store(name),
        "-storepass",
        "changeit");
    keytool(
        "-certreq",
        "-alias",
        name,
        "-file",
        request,
        "-keystore",
        store(name),
        "-storepass",
        "changeit");
    keytool(
        "-gencert",
        "-alias",
        authority,
        "-infile",
        request,
        "-outfile",
        issued,
        "-ext",
        "san=" + subject,
        "-validity",
        "30",
        "-keystore",
        store(authority),
        "-storepass",
        "changeit");
    keytool(
        "-exportcert",
        "-alias",
        authority,
        "-file",
        root,
        "-keystore",
        store(authority),
        "-storepass",
        "changeit");
    keytool(
        "-importcert",
        "-noprompt",
        "-alias",
        authority,
        "-file",
        root,
        "-keystore",
        store(name),
        "-storepass",
        "changeit");
    keytool(
        "-importcert",
        "-alias",
        name,
        "-file",
        issued,
        "-keystore",
        store(name),
        "-storepass",
        "changeit");
  }

  private KeyStore opened(String name) throws Exception {
    return KeyStore.getInstance(Path.of(store(name)).toFile(), "changeit".toCharArray());
  }

  private Certificate certificate(String name) throws Exception {
    return opened(name).getCertificate(name);
  }

  private byte[] privateKey(String name) throws Exception {
    Key key = opened(name).getKey(name, "changeit".toCharArray());
    return Objects.requireNonNull(key).getEncoded();
  }

  private Path pem(String kind, String name, byte[] content) throws Exception {
    String text = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content);
    return Files.writeString(
        folder.resolve(name + ".pem"),
        "-----BEGIN %s-----\n%s\n-----END %s-----\n".formatted(kind, text, kind));
  }

  /** What {@code status} says when it connects to a host of a server, and how it ends. */
  private String status(
      @Nullable ForeignServer server, String host, String query, String language, int expected)
      throws Exception {
    Path home = Files.createDirectories(folder.resolve("home"));
    Path output = Files.createTempFile(home, "status", ".txt");
    String url =
        "jdbc:postgresql://%s:%d/postgres?%s"
            .formatted(host, Objects.requireNonNull(server).port(), query);
    Process process =
        ServiceProcess.command(
            home,
            output.toFile(),
            Map.of("YANMEN_DB_URL", url, "YANMEN_DB_USER", "owner", "YANMEN_DB_PASSWORD", PASSWORD),
            "--lang",
            language,
            "status");
    assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
    String text = Files.readString(output);
    assertThat(process.exitValue()).as(text).isEqualTo(expected);
    assertThat(text).doesNotContain(PASSWORD);
    return text;
  }

  private String verified(String root) {
    return "sslmode=verify-full&sslrootcert=" + folder.resolve(root + ".pem");
  }

  @Test
  void serverOfTheTrustedRootAndTheRightNameIsUsedAndTheConnectionIsEncrypted() throws Exception {
    assertThat(status(encrypted, "localhost", verified("ca"), "en", 0)).contains("sslmode");
    try (Connection connection =
            java.sql.DriverManager.getConnection(
                "jdbc:postgresql://localhost:%d/postgres?%s"
                    .formatted(Objects.requireNonNull(encrypted).port(), verified("ca")),
                "owner",
                PASSWORD);
        Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "select ssl, version from pg_stat_ssl where pid = pg_backend_pid()")) {
      row.next();
      assertThat(row.getBoolean(1)).isTrue();
      assertThat(row.getString(2)).startsWith("TLSv1.");
    }
  }

  @Test
  void serverOfAnotherRootIsRefused() throws Exception {
    assertThat(status(encrypted, "localhost", verified("other-ca"), "en", 3))
        .contains("was not issued by the trusted root", "sslrootcert");
    assertThat(status(encrypted, "localhost", verified("other-ca"), "zh", 3))
        .contains("不是由所信任的根证书签发的");
  }

  @Test
  void serverOfAnotherNameIsRefused() throws Exception {
    assertThat(status(encrypted, "127.0.0.1", verified("ca"), "en", 3))
        .contains("certificate is not for this host name");
    assertThat(status(encrypted, "127.0.0.1", verified("ca"), "zh", 3)).contains("证书不是为这个主机名签发的");
  }

  @Test
  void serverWithoutTlsIsRefusedWhereTlsIsAskedFor() throws Exception {
    assertThat(status(plain, "localhost", verified("ca"), "en", 3))
        .contains("offers no encrypted connection");
    assertThat(status(plain, "localhost", verified("ca"), "zh", 3)).contains("没有启用加密连接");
  }

  @Test
  void rootCertificateThatIsNotThereIsNamed() throws Exception {
    assertThat(status(encrypted, "localhost", verified("nowhere"), "en", 3))
        .contains("no file with the root certificate", "nowhere.pem");
    assertThat(status(encrypted, "localhost", verified("nowhere"), "zh", 3))
        .contains("找不到用来验证服务器的根证书文件");
  }
}
