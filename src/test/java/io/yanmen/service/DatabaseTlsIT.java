package io.yanmen.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.yanmen.catalog.CatalogFiles;
import io.yanmen.model.Language;
import io.yanmen.warehouse.ForeignServer;
import io.yanmen.warehouse.Warehouse;
import io.yanmen.warehouse.connection.WarehouseSettings;
import io.yanmen.warehouse.connection.WarehouseUnavailableException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.Key;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
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

  private String url(@Nullable ForeignServer server, String host, String query) {
    return "jdbc:postgresql://%s:%d/postgres?%s"
        .formatted(host, Objects.requireNonNull(server).port(), query);
  }

  private Warehouse open(@Nullable ForeignServer server, String host, String query) {
    return Warehouse.open(
        new WarehouseSettings(
            folder,
            Optional.of(url(server, host, query)),
            Optional.of("owner"),
            Optional.of(PASSWORD)),
        CatalogFiles.load());
  }

  private void refused(
      @Nullable ForeignServer server, String host, String query, String zh, String en) {
    long begun = System.nanoTime();
    assertThatThrownBy(() -> open(server, host, query).close())
        .isInstanceOfSatisfying(
            WarehouseUnavailableException.class,
            it -> {
              assertThat(it.in(Language.ZH)).contains(zh).doesNotContain(PASSWORD);
              assertThat(it.in(Language.EN)).contains(en).doesNotContain(PASSWORD);
            });
    assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(8));
  }

  private String verified(String root) {
    return "sslmode=verify-full&sslrootcert=" + folder.resolve(root + ".pem");
  }

  @Test
  void serverOfTheTrustedRootAndTheRightNameIsUsedAndTheConnectionIsEncrypted() throws Exception {
    try (Warehouse warehouse = open(encrypted, "localhost", verified("ca"));
        Connection connection = warehouse.dataSource().getConnection();
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
  void serverOfAnotherRootIsRefused() {
    refused(
        encrypted,
        "localhost",
        verified("other-ca"),
        "不是由所信任的根证书签发的",
        "was not issued by the trusted root");
  }

  @Test
  void serverOfAnotherNameIsRefused() {
    refused(
        encrypted,
        "127.0.0.1",
        verified("ca"),
        "证书不是为这个主机名签发的",
        "certificate is not for this host name");
  }

  @Test
  void serverWithoutTlsIsRefusedWhereTlsIsAskedFor() {
    refused(plain, "localhost", verified("ca"), "没有启用加密连接", "offers no encrypted connection");
  }

  @Test
  void rootCertificateThatIsNotThereIsNamed() {
    refused(
        encrypted,
        "localhost",
        verified("nowhere"),
        "找不到用来验证服务器的根证书文件",
        "no file with the root certificate");
  }

  @Test
  void commandThatIsRefusedSaysSoAndEndsWithThree() throws Exception {
    Path home = Files.createDirectories(folder.resolve("home"));
    Path output = folder.resolve("status.txt");
    Process process =
        ServiceProcess.command(
            home,
            output.toFile(),
            Map.of(
                "YANMEN_DB_URL",
                url(encrypted, "localhost", verified("other-ca")),
                "YANMEN_DB_USER",
                "owner",
                "YANMEN_DB_PASSWORD",
                PASSWORD),
            "--lang",
            "zh",
            "status");
    assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
    assertThat(Files.readString(output))
        .contains("无法使用数据仓库：服务器的证书不是由所信任的根证书签发的", "sslrootcert")
        .doesNotContain(PASSWORD);
    assertThat(process.exitValue()).isEqualTo(3);
  }
}
