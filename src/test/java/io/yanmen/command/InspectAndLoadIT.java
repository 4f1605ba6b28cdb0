package io.yanmen.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.yanmen.command.CommandHome.Said;
import io.yanmen.warehouse.Warehouse;
import io.yanmen.warehouse.WarehouseExtension;
import io.yanmen.warehouse.connection.WarehouseSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code inspect} never promises what {@code load} refuses. */
@ExtendWith(WarehouseExtension.class)
class InspectAndLoadIT {
  private static final List<String> COUNTIES =
      List.of("代县", "繁峙县", "定襄县", "五台县", "宁武县", "静乐县", "神池县", "五寨县", "岢岚县");

  private final CommandHome home;
  private final Path folder;

  InspectAndLoadIT(Warehouse any, WarehouseSettings server, @TempDir Path folder)
      throws SQLException {
    this.folder = folder;
    this.home = CommandHome.empty(folder.resolve("home"), server);
  }

  /** One row a county; the first figure of all is as given, the others are 7. */
  private static String table(String first, String... heads) {
    StringBuilder table = new StringBuilder("县区,").append(String.join(",", heads)).append('\n');
    String figure = first;
    for (String county : COUNTIES) {
      table.append(county);
      for (int i = 0; i < heads.length; i++) {
        table.append(',').append(figure);
        figure = "7";
      }
      table.append('\n');
    }
    return table.toString();
  }

  static Stream<Arguments> files() {
    return Stream.of(
        Arguments.of("whole", table("5", "2025年1-4月原煤产量（万吨）"), 0, ""),
        Arguments.of(
            "a negative deposit among many figures",
            table(
                "-5",
                "2025年2月末金融机构本外币存款余额（亿元）",
                "2025年3月末金融机构本外币存款余额（亿元）",
                "2025年4月末金融机构本外币存款余额（亿元）"),
            1,
            "NEGATIVE_VALUE"),
        Arguments.of(
            "a negative deposit among few",
            table("-5", "2025年4月末金融机构本外币存款余额（亿元）"),
            1,
            "NEGATIVE_VALUE"),
        Arguments.of(
            "growth below -100 %",
            table("-130", "2025年1-4月社会消费品零售总额同比增长（%）"), 1, "VALUE_OUT_OF_RANGE"),
        Arguments.of("no table", "请见附件。\n", 1, "NO_TABLE"),
        Arguments.of(
            "too many refused",
            "县区,2025年4月末金融机构本外币存款余额（亿元）\n代县,-5\n繁峙县,7\n",
            1,
            "TOO_MANY_REJECTIONS"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("files")
  void bothSayTheSame(String what, String content, int code, String refused) throws Exception {
    Path file = Files.writeString(folder.resolve(what.replaceAll("\\W", "") + ".csv"), content);

    Said inspected = home.yanmen("inspect", file.toString());
    Said loaded = home.yanmen("load", file.toString());

    assertThat(inspected.code()).as(inspected.all()).isEqualTo(code);
    assertThat(loaded.code()).as(loaded.all()).isEqualTo(code);
    assertThat(inspected.err().toUpperCase(Locale.ROOT)).contains(refused);
    if (code != 0) {
      assertThat(
              home.rows(
                  "select distinct code from rejection where load_id = (select max(id) from load)"))
          .contains(refused);
      assertThat(
              home.number(
                  "select count(*) from rejection where load_id = (select max(id) from load)"))
          .isEqualTo(codes(inspected).count());
    }
  }

  /** Lines that begin with a code are refusals. */
  private static Stream<String> codes(Said inspected) {
    return inspected.err().lines().filter(it -> it.matches("[A-Z]+(_[A-Z]+)+ .*"));
  }
}
