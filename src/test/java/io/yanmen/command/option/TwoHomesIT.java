package io.yanmen.command.option;

import static org.assertj.core.api.Assertions.assertThat;

import io.yanmen.command.CommandHome;
import io.yanmen.command.CommandHome.Said;
import io.yanmen.warehouse.Warehouse;
import io.yanmen.warehouse.WarehouseExtension;
import io.yanmen.warehouse.connection.WarehouseSettings;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Two homes load into one database; neither may lose what is the other's. */
@ExtendWith(WarehouseExtension.class)
class TwoHomesIT {
  private static final String FIGURES =
      """
      select concat_ws('|', area_code, indicator_code, measure, period_start, value, source_file, loaded_at)
        from indicator_observation order by 1
      """;

  private final Path folder;
  private final CommandHome first;
  private final CommandHome second;

  TwoHomesIT(Warehouse any, WarehouseSettings server, @TempDir Path folder) throws SQLException {
    this.folder = folder;
    this.first = CommandHome.empty(folder.resolve("first"), server);
    this.second = first.beside(folder.resolve("second"));
  }

  @BeforeEach
  void load() throws IOException {
    load(first, coal("first.csv", 2025));
    load(second, coal("second.csv", 2024));
    load(second, coal("third.csv", 2023));
  }

  private Path coal(String name, int year) throws IOException {
    return Files.writeString(
        folder.resolve(name),
        "地区代码,指标,时间,单位,数值\n140921,原煤产量,%d年,万吨,12.5\n140922,原煤产量,%d年,万吨,13.5\n"
            .formatted(year, year));
  }

  private static void load(CommandHome home, Path file) {
    Said said = home.yanmen("load", file.toString());
    assertThat(said.code()).as(said.all()).isZero();
  }

  /** Holds a file that only the second home has; gives the number of its load. */
  private String held() throws SQLException {
    for (String name : List.of("朔州市分县主要指标（检查示例）.csv", "2025年朔州市各县（市、区）水泥产量.csv")) {
      second.yanmen("load", Path.of("sample-data/inbox", name).toString());
    }
    return first.rows("select load_id::text from hold where decision is null").get(0);
  }

  private static void copy(CommandHome from, CommandHome to) throws IOException {
    Path archive = from.data().resolve("archive");
    try (var all = Files.walk(archive)) {
      for (Path it : all.toList()) {
        Path target = to.data().resolve("archive").resolve(archive.relativize(it));
        if (Files.isDirectory(it)) {
          Files.createDirectories(target);
        } else {
          try {
            Files.copy(it, target);
          } catch (FileAlreadyExistsException e) {
            assertThat(target).hasSameBinaryContentAs(it);
          }
        }
      }
    }
  }

  @Test
  void replayRefusesWhileFilesAreElsewhere() throws Exception {
    Map<String, List<String>> before = first.tables();

    Said english = first.yanmen("replay");
    Said chinese = first.yanmen("replay", "--lang", "zh");
    LocalDate today = LocalDate.now(ZoneId.systemDefault());
    Said since = first.yanmen("replay", "--since", today.minusDays(1).toString());
    Said sinceTomorrow = first.yanmen("replay", "--since", today.plusDays(1).toString());

    for (Said said : List.of(english, chinese, since, sinceTomorrow)) {
      assertThat(said.code()).as(said.all()).isEqualTo(ExitCode.REJECTED);
      assertThat(said.out()).isEmpty();
      assertThat(said.err())
          .contains("second.csv, third.csv", "data/archive")
          .doesNotContain("first.csv");
    }
    assertThat(english.err())
        .contains("3 loads; the files of 2 of them", "  source inbox: 2 (", "Copy all");
    assertThat(chinese.err()).contains("3 次入库", "其中 2 次", "  来源 inbox：2 次", "再重放");
    assertThat(first.tables()).isEqualTo(before);
    assertThat(first.rows("select nspname from pg_namespace where nspname = 'yanmen_replay'"))
        .isEmpty();
  }

  @Test
  void replayOfArchivesThatWereBroughtTogetherLosesNothing() throws Exception {
    List<String> before = first.rows(FIGURES);
    assertThat(before).hasSize(6);
    copy(second, first);

    Said said = first.yanmen("replay");

    assertThat(said.code()).as(said.all()).isZero();
    assertThat(first.rows(FIGURES)).isEqualTo(before);
    assertThat(first.number("select count(*) from load")).isEqualTo(3);
  }

  @Test
  void sameBytesAreNotTheOthersArrival() throws Exception {
    copy(second, first);
    load(second, folder.resolve("first.csv"));

    Said said = first.yanmen("replay");

    assertThat(said.code()).as(said.all()).isEqualTo(ExitCode.REJECTED);
    assertThat(said.err()).contains("4 loads; the files of 1 of them", "first.csv");
  }

  @Test
  void bytesThatWereDeletedAreMissedToo() throws Exception {
    copy(second, first);
    String sha256 =
        first.rows("select sha256::text from load where file_name = 'third.csv'").get(0);
    Files.delete(
        first
            .data()
            .resolve("archive")
            .resolve(sha256.substring(0, 2))
            .resolve(sha256 + "/content"));

    Said said = first.yanmen("replay");

    assertThat(said.code()).as(said.all()).isEqualTo(ExitCode.REJECTED);
    assertThat(said.err())
        .contains("the files of 1 of them", "third.csv")
        .doesNotContain("second.csv");
    assertThat(first.rows(FIGURES)).hasSize(6);
  }

  @ParameterizedTest
  @ValueSource(strings = {"release", "reject"})
  void heldFileIsDecidedWhereItsBytesAre(String decision) throws Exception {
    String id = held();
    Map<String, List<String>> before = first.tables();

    Said english = first.yanmen("held", decision, id);
    Said chinese = first.yanmen("held", decision, id, "--lang", "zh");

    assertThat(english.code()).as(english.all()).isEqualTo(ExitCode.REJECTED);
    assertThat(english.err())
        .contains("Load " + id, "水泥产量.csv", "Nothing was decided", "Release or reject it at");
    assertThat(chinese.code()).isEqualTo(ExitCode.REJECTED);
    assertThat(chinese.err()).contains("没有作出任何决定", "请在收到它的服务上放行或退回");
    assertThat(first.tables()).isEqualTo(before);

    copy(second, first);
    Said there = first.yanmen("held", decision, id);
    assertThat(there.code()).as(there.all()).isZero();
    assertThat(first.rows("select decision from hold where load_id = " + id))
        .containsExactly(decision.equals("release") ? "released" : "rejected");
  }
}
