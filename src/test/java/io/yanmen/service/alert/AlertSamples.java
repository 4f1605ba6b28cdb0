package io.yanmen.service.alert;

import io.yanmen.model.Language;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Alerts and messages for the tests of this package. */
public final class AlertSamples {
  private AlertSamples() {}

  public static Alert alert(AlertKind kind, String name) {
    return new Alert(
        kind,
        name,
        name,
        "coal-board",
        "data/rejected/2026-11-24/" + name,
        "地区不在目录中 UNKNOWN_AREA（Sheet1!D7）",
        "Unknown area UNKNOWN_AREA (Sheet1!D7)",
        "node-1",
        Instant.parse("2026-11-24T01:10:05Z"));
  }

  static List<Alert> many(AlertKind kind, int number) {
    return IntStream.rangeClosed(1, number).mapToObj(i -> alert(kind, "表" + i + ".xlsx")).toList();
  }

  public static AlertMessage badNight(Language language) {
    return message(
        language,
        Stream.concat(
                many(AlertKind.FILE_REJECTED, 200).stream(),
                many(AlertKind.FEED_FAILED, 40).stream())
            .toList());
  }

  public static AlertMessage message(Language language, List<Alert> alerts) {
    return new AlertMessage(
        AlertGroup.of(alerts), language, ZoneId.of("Asia/Shanghai"), Optional.empty());
  }

  public static AlertMessage single() {
    return message(Language.EN, List.of(alert(AlertKind.FILE_HELD, "a.xlsx")));
  }
}
