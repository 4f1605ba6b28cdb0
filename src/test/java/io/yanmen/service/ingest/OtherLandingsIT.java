package io.yanmen.service.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.activation.DataHandler;
import jakarta.mail.Message;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.camel.component.mock.MockEndpoint;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.common.file.virtualfs.VirtualFileSystemFactory;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.keyprovider.SimpleGeneratorHostKeyProvider;
import org.apache.sshd.sftp.server.SftpSubsystemFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The example routes against real servers: the same way in, another "from". */
class OtherLandingsIT {
  private final RunningService running = new RunningService();
  private final Path folder;

  OtherLandingsIT(@TempDir Path folder) {
    this.folder = folder;
  }

  @BeforeEach
  void makeHome() throws Exception {
    running.makeHome();
  }

  @AfterEach
  void stop() throws Exception {
    running.stop();
  }

  private void use(String example) throws Exception {
    running.route(example, Files.readString(Path.of("routes/examples").resolve(example)));
  }

  private void awayAtFirst(int times) {
    LoadStep good = running.loading;
    int[] left = {times};
    running.loading =
        (file, source) -> {
          if (left[0]-- > 0) {
            throw new SQLException("away");
          }
          return good.load(file, source);
        };
  }

  @Test
  void fileOfAnSftpServerIsLoadedAndPutAwayThere() throws Exception {
    Path remote = Files.createDirectories(folder.resolve("remote"));
    Files.createDirectories(remote.resolve("out"));
    Files.writeString(remote.resolve("out/县区 4月.csv"), "地区,原煤产量\n");
    try (SshServer server = SshServer.setUpDefaultServer()) {
      SimpleGeneratorHostKeyProvider keys =
          new SimpleGeneratorHostKeyProvider(folder.resolve("host.key"));
      keys.setAlgorithm("RSA");
      server.setHost("127.0.0.1");
      server.setKeyPairProvider(keys);
      server.setPasswordAuthenticator(
          (user, password, session) -> user.equals("bureau") && password.equals("p+w%d"));
      server.setSubsystemFactories(List.of(new SftpSubsystemFactory()));
      server.setFileSystemFactory(new VirtualFileSystemFactory(remote));
      server.start();
      String key = PublicKeyEntry.toString(keys.loadKeys(null).iterator().next().getPublic());
      Path known =
          Files.writeString(
              folder.resolve("known_hosts"), "[127.0.0.1]:" + server.getPort() + " " + key + "\n");
      running.settings.put("yanmen.sftp.server", "127.0.0.1:" + server.getPort() + "/out");
      running.settings.put("yanmen.sftp.user", "bureau");
      running.settings.put("yanmen.sftp.password", "p+w%d");
      running.settings.put("yanmen.sftp.known-hosts", known.toString());
      running.settings.put("yanmen.sftp.source", "open-data");
      running.settings.put("yanmen.sftp.delay", "300");
      running.settings.put("yanmen.sftp.still", "100");
      running.settings.put("yanmen.sftp.patience", "1000");
      use("sftp.camel.yaml");
      awayAtFirst(4);
      running.start();
      await()
          .dontCatchUncaughtExceptions()
          .atMost(Duration.ofSeconds(40))
          .until(() -> running.filed.size() == 1);
      assertThat(running.filed.get(0).outcome().file().source()).isEqualTo("open-data");
      assertThat(running.names()).containsExactly("县区 4月.csv");
      assertThat(running.filed.get(0).file()).hasContent("地区,原煤产量\n");
      await()
          .dontCatchUncaughtExceptions()
          .atMost(Duration.ofSeconds(10))
          .until(() -> Files.notExists(remote.resolve("out/县区 4月.csv")));
      assertThat(remote.resolve("out/.done"))
          .isDirectoryContaining(it -> it.getFileName().toString().endsWith("县区 4月.csv"));
      running.stop();
      makeHome();
    }
  }

  private static GreenMail mailServer() {
    GreenMail server =
        new GreenMail(
            new ServerSetup[] {
              new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP),
              new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP)
            });
    server.start();
    server.setUser("data@example.org", "data", "p+w%d");
    return server;
  }

  private static void send(GreenMail server, Map<String, String> headers, String... names)
      throws Exception {
    MimeMessage message = new MimeMessage(server.getSmtp().createSession());
    message.setFrom(new InternetAddress("bureau@example.org"));
    message.setRecipient(Message.RecipientType.TO, new InternetAddress("data@example.org"));
    message.setSubject("4月报表", "UTF-8");
    for (Map.Entry<String, String> header : headers.entrySet()) {
      message.setHeader(header.getKey(), header.getValue());
    }
    MimeMultipart parts = new MimeMultipart();
    MimeBodyPart text = new MimeBodyPart();
    text.setText("见附件。", "UTF-8");
    parts.addBodyPart(text);
    for (String name : names) {
      MimeBodyPart part = new MimeBodyPart();
      byte[] bytes = (name + "\n").getBytes(StandardCharsets.UTF_8);
      part.setDataHandler(new DataHandler(new ByteArrayDataSource(bytes, "text/csv")));
      part.setFileName(name);
      parts.addBodyPart(part);
    }
    message.setContent(parts);
    jakarta.mail.Transport.send(message);
  }

  private void takeMailFrom(GreenMail server) throws Exception {
    running.settings.put("yanmen.mail.protocol", "imap");
    running.settings.put(
        "yanmen.mail.server",
        InetAddress.getLoopbackAddress().getHostAddress() + ":" + server.getImap().getPort());
    running.settings.put("yanmen.mail.user", "data");
    running.settings.put("yanmen.mail.password", "p+w%d");
    running.settings.put("yanmen.mail.source", "open-data");
    running.settings.put("yanmen.mail.delay", "300");
    use("mail.camel.yaml");
  }

  @Test
  void headersOfAnEmailDoNotReachTheWayIn() throws Exception {
    GreenMail server = mailServer();
    try {
      send(server, Map.of("CamelBeanMethodName", "postpone", "X-Bureau", "statistics"), "a.csv");
      takeMailFrom(server);
      String example = Files.readString(Path.of("routes/examples/mail.camel.yaml"));
      running.route("mail.camel.yaml", example.replace("direct:ingest", "mock:ingest"));
      running.start();

      MockEndpoint wayIn =
          running.service().context().getEndpoint("mock:ingest", MockEndpoint.class);
      await()
          .dontCatchUncaughtExceptions()
          .atMost(Duration.ofSeconds(40))
          .until(() -> !wayIn.getReceivedExchanges().isEmpty());
      assertThat(wayIn.getReceivedExchanges().get(0).getMessage().getHeaders()).isEmpty();
    } finally {
      running.stop();
      server.stop();
      makeHome();
    }
  }

  @Test
  void attachmentsOfAnEmailAreLoadedAndTheMessageIsThenRead() throws Exception {
    GreenMail server = mailServer();
    try {
      send(server, Map.of(), "a.csv", "b.csv");
      takeMailFrom(server);
      awayAtFirst(4);
      running.start();
      await()
          .dontCatchUncaughtExceptions()
          .atMost(Duration.ofSeconds(40))
          .until(() -> running.names().containsAll(List.of("a.csv", "b.csv")));
      assertThat(running.names()).containsOnlyOnce("a.csv").containsOnlyOnce("b.csv");
      assertThat(running.filed.get(0).outcome().file().source()).isEqualTo("open-data");
      await()
          .dontCatchUncaughtExceptions()
          .atMost(Duration.ofSeconds(10))
          .until(
              () ->
                  server.getReceivedMessages().length == 1
                      && server
                          .getManagers()
                          .getImapHostManager()
                          .getAllMessages()
                          .get(0)
                          .getFlags()
                          .contains(jakarta.mail.Flags.Flag.SEEN));
    } finally {
      running.stop();
      server.stop();
      makeHome();
    }
  }
}
