package io.yanmen.warehouse.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.yanmen.model.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseUrlTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          jdbc:postgresql://h/d                                     | jdbc:postgresql://h/d                  |   |
          jdbc:postgresql://h/d?user=u&password=a%26b               | jdbc:postgresql://h/d                  | u | a&b
          jdbc:postgresql://h1,h2:5433/d?sslmode=verify-full&user=u | jdbc:postgresql://h1,h2:5433/d?sslmode=verify-full | u |
          jdbc:postgresql:d?password=x&ssl=true&sslpassword=key-pw  | jdbc:postgresql:d?ssl=true             |   | x
          """)
  void userAndPasswordsAreTakenOut(String written, String plain, String user, String password) {
    DatabaseUrl url = DatabaseUrl.of(written);

    assertThat(url.plain()).isEqualTo(plain);
    assertThat(url.user().orElse(null)).isEqualTo(user);
    assertThat(url.password().orElse(null)).isEqualTo(password);
    assertThat(url.toString()).doesNotContain("a%26b", "key-pw");
  }

  @Test
  void passwordOfTheClientsKeyIsASecretToo() {
    DatabaseUrl url = DatabaseUrl.of("jdbc:postgresql://h/d?sslpassword=key-pw");

    assertThat(url.hasSecret()).isTrue();
    assertThat(url.keyPassword()).contains("key-pw");
    assertThat(url.secrets()).containsExactly("key-pw");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "postgresql://u:geheim@h/d",
        "jdbc:postgresql://u:geheim@h/d",
        "jdbc:mysql://h/d?password=geheim",
        "jdbc:postgresql://h/d?password=geheim%"
      })
  void whatTheDriverCannotTakeIsRefusedWithoutShowingThePassword(String written) {
    assertThatThrownBy(() -> DatabaseUrl.of(written))
        .isInstanceOfSatisfying(
            WarehouseUnavailableException.class,
            it -> {
              assertThat(it.in(Language.ZH)).contains("数据库地址").doesNotContain("geheim");
              assertThat(it.in(Language.EN)).contains("address of the database");
            })
        .hasMessageNotContaining("geheim")
        .hasNoCause();
  }
}
