package io.yanmen.warehouse.connection;

import java.io.FileNotFoundException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.file.NoSuchFileException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;

/**
 * Why a server could not be used, in words that say what to do. The driver speaks the language of
 * the process, so it is understood by types and SQL states, never by its words; these follow.
 */
public final class ConnectionFailure {
  private final List<Throwable> causes;
  private final String state;
  private final String said;

  private ConnectionFailure(Throwable failure) {
    this.causes = Stream.iterate(failure, it -> it != null, Throwable::getCause).toList();
    SQLException last =
        causes.stream()
            .filter(SQLException.class::isInstance)
            .map(SQLException.class::cast)
            .filter(it -> it.getSQLState() != null)
            .reduce((first, second) -> second)
            .orElseGet(SQLException::new);
    this.state = Optional.ofNullable(last.getSQLState()).orElse("");
    Throwable deepest = causes.get(causes.size() - 1);
    this.said =
        Stream.of(last.getMessage(), deepest.getMessage(), deepest.toString())
            .filter(it -> it != null && !it.isBlank())
            .findFirst()
            .orElse("");
  }

  public static WarehouseUnavailableException of(Exception failure) {
    return new ConnectionFailure(failure).explained(failure);
  }

  /** Whether the next attempt must fail alike, for a reason that only people can change. */
  public static boolean lasts(SQLException failure) {
    ConnectionFailure it = new ConnectionFailure(failure);
    return it.state.startsWith("28")
        || it.state.equals("3D000")
        || it.isOfCertificates()
        || it.isWithoutTls();
  }

  /** The driver names its verifier in every language; no type of its own tells of a wrong name. */
  private boolean isWrongName() {
    return said.contains("HostnameVerifier");
  }

  private boolean isWithoutRoot() {
    return state.startsWith("08") && isAny(FileNotFoundException.class, NoSuchFileException.class);
  }

  private boolean isUntrusted() {
    return isAny(CertPathBuilderException.class, CertPathValidatorException.class);
  }

  private boolean isOfCertificates() {
    return isWrongName() || isWithoutRoot() || isUntrusted();
  }

  /** Asked for TLS, the server said that it has none. */
  private boolean isWithoutTls() {
    return state.equals("08004") && said.contains("SSL");
  }

  private WarehouseUnavailableException explained(Exception failure) {
    Words words = words();
    return new WarehouseUnavailableException(
        words.zh().isEmpty() ? said : words.zh() + "（" + said + "）",
        words.en().isEmpty() ? said : words.en() + " (" + said + ")",
        failure);
  }

  private record Words(String zh, String en) {}

  private Words words() {
    if (isWrongName()) {
      return new Words(
          "服务器的证书不是为这个主机名签发的：请在数据库地址中使用证书上的名称，或为该名称重新签发证书",
          "the server's certificate is not for this host name: use the name on the certificate in"
              + " the address of the database, or have one issued for this name");
    }
    if (isWithoutRoot()) {
      return new Words(
          "找不到用来验证服务器的根证书文件：请用 sslrootcert=文件 指定",
          "there is no file with the root certificate that the server is to be verified by: name it"
              + " with sslrootcert=FILE");
    }
    if (isUntrusted()) {
      return new Words(
          "服务器的证书不是由所信任的根证书签发的：请检查 sslrootcert；如果没有换过证书，对方可能不是您的服务器",
          "the server's certificate was not issued by the trusted root: check sslrootcert; if"
              + " nobody changed certificates, this may not be your server");
    }
    if (isAny(SSLException.class, CertificateException.class)) {
      return new Words("无法建立加密连接", "no encrypted connection could be made");
    }
    if (isWithoutTls()) {
      return new Words(
          "服务器没有启用加密连接（TLS），而数据库地址要求加密：请在服务器上设置 ssl=on，或检查地址",
          "the server offers no encrypted connection (TLS), which the address of the database asks"
              + " for: set ssl=on at the server, or check the address");
    }
    if (state.startsWith("28")) {
      return new Words(
          "用户名或密码不被接受：请检查 YANMEN_DB_USER、YANMEN_DB_PASSWORD（或 YANMEN_DB_PASSWORD_FILE）和服务器的"
              + " pg_hba.conf",
          "the user or the password is not accepted: check YANMEN_DB_USER, YANMEN_DB_PASSWORD (or"
              + " YANMEN_DB_PASSWORD_FILE) and the server's pg_hba.conf");
    }
    if (state.equals("3D000")) {
      return new Words("服务器上没有这个数据库", "the server has no such database");
    }
    if (state.equals("42501")) {
      return new Words(
          "数据库用户的权限不够：建库、升级（./yanmen migrate）和重放只能由所有者进行（见 docs/deploy.md）",
          "the database's user lacks a right: to create, migrate (./yanmen migrate) and replay is"
              + " the owner's (see docs/deploy.md)");
    }
    if (isAny(UnknownHostException.class)) {
      return new Words("找不到这台服务器的主机名", "no server of this name is known");
    }
    if (isAny(ConnectException.class, NoRouteToHostException.class, SocketTimeoutException.class)) {
      return new Words(
          "连接不上服务器：请检查地址、端口，以及服务器是否在运行",
          "the server cannot be reached: check address and port, and whether it runs");
    }
    return new Words("", "");
  }

  private boolean isAny(Class<?>... types) {
    return causes.stream()
        .anyMatch(cause -> Stream.of(types).anyMatch(type -> type.isInstance(cause)));
  }
}
