package io.yanmen.console.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.yanmen.console.ServedConsole;
import io.yanmen.console.access.AuditTrail;
import io.yanmen.console.web.UserRole;
import io.yanmen.warehouse.Warehouse;
import io.yanmen.warehouse.WarehouseExtension;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may ask the API and the SDMX service, where people have to log in. */
@ExtendWith(WarehouseExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ApiAccessIT {
  private final Warehouse warehouse;
  private final ServedConsole console;

  ApiAccessIT(Warehouse warehouse, @TempDir Path root) throws Exception {
    this.warehouse = warehouse;
    this.console =
        ServedConsole.start(
            root, warehouse, Map.of("reader", UserRole.VIEWER, "chief", UserRole.OPERATOR));
  }

  @AfterAll
  void stop() {
    console.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/observations",
        "/api/series",
        "/api/areas",
        "/api/indicators",
        "/api/loads",
        "/api/loads/1",
        "/api/routes",
        "/api/routes/inbox",
        "/api/openapi.yaml",
        "/sdmx/dataflow",
        "/sdmx/data/INDICATORS"
      })
  void nothingIsToldWithoutALogin(String path) throws Exception {
    HttpResponse<String> answer = console.get(path);
    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
  }

  @Test
  void viewerReads() throws Exception {
    assertThat(
            console.get("/api/routes", "Authorization", ServedConsole.basic("reader")).statusCode())
        .isEqualTo(200);
    assertThat(
            console
                .get("/sdmx/dataflow", "Authorization", ServedConsole.basic("reader"))
                .statusCode())
        .isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/loads/1/release",
        "/api/loads/1/reject",
        "/api/files",
        "/api/routes/inbox/pause",
        "/api/routes/inbox/resume",
        "/api/routes/housekeeping/run"
      })
  void viewerChangesNothing(String path) throws Exception {
    HttpResponse<String> answer =
        console.post(
            path, "", "Authorization", ServedConsole.basic("reader"), "X-Requested-With", "test");
    assertThat(answer.statusCode()).isEqualTo(403);
  }

  @Test
  void operatorActsUnderTheirName() throws Exception {
    HttpResponse<String> answer =
        console.post(
            "/api/routes/inbox/resume",
            "",
            "Authorization",
            ServedConsole.basic("chief"),
            "X-Requested-With",
            "test");
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    assertThat(new AuditTrail(warehouse.dataSource()).recent(10))
        .anySatisfy(
            it -> {
              assertThat(it.user()).isEqualTo("chief");
              assertThat(it.action()).isEqualTo("POST /api/routes/inbox/resume");
            });
  }
}
