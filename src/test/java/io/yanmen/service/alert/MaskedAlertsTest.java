package io.yanmen.service.alert;

import static org.assertj.core.api.Assertions.assertThat;

import io.yanmen.secret.Secrets;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MaskedAlertsTest {
  private final MaskedAlerts masked =
      new MaskedAlerts(new Secrets(List.of("p+w%d", "a")), "/srv/yanmen 家");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          https://stats.example/api?key=abc：服务器应答 HTTP 500      | https://stats.example/…：服务器应答 HTTP 500
          GET https://u:pw@stats.example:8443/v1/k3y failed           | GET https://stats.example:8443/… failed
          jdbc:postgresql://db/yanmen?user=u&password=x               | jdbc:postgresql://db/…
          login p+w%d refused                                         | login ••• refused
          access_token=12345&b=1                                      | access_token=•••&b=1
          /srv/yanmen 家/data/archive/ab: No space left on device      | data/archive/ab: No space left on device
          /var/lib/secret/x.csv: Permission denied                    | …/x.csv: Permission denied
          2025/04 and a/b stay                                        | 2025/04 and a/b stay
          Connection to localhost:5432 refused                        | Connection to localhost:5432 refused
          """)
  void secretsAddressesAndPlacesAreTakenOut(String text, String shown) {
    assertThat(masked.of(text)).isEqualTo(shown);
  }
}
