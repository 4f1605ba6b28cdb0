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
    return WarehouseUnavailableException.because(failure, words(), said);
  }

  /** The key of the words that say what to do. */
  private String words() {
    if (isWrongName()) {
      return "warehouse.failed.certificate_name";
    }
    if (isWithoutRoot()) {
      return "warehouse.failed.no_root";
    }
    if (isUntrusted()) {
      return "warehouse.failed.untrusted";
    }
    if (isAny(SSLException.class, CertificateException.class)) {
      return "warehouse.failed.tls";
    }
    if (isWithoutTls()) {
      return "warehouse.failed.without_tls";
    }
    if (state.startsWith("28")) {
      return "warehouse.failed.password";
    }
    if (state.equals("3D000")) {
      return "warehouse.failed.database";
    }
    if (state.equals("42501")) {
      return "warehouse.failed.rights";
    }
    if (isAny(UnknownHostException.class)) {
      return "warehouse.failed.host";
    }
    if (isAny(ConnectException.class, NoRouteToHostException.class, SocketTimeoutException.class)) {
      return "warehouse.failed.unreachable";
    }
    return "warehouse.failed";
  }

  private boolean isAny(Class<?>... types) {
    return causes.stream()
        .anyMatch(cause -> Stream.of(types).anyMatch(type -> type.isInstance(cause)));
  }
}
