package io.yanmen.service.alert;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The alerts of one kind in a message.
 *
 * @param total how many there are
 * @param shown the first of them
 */
public record AlertGroup(AlertKind kind, long total, List<Alert> shown) {
  /** As many of a kind as a message lists. */
  public static final int MOST_SHOWN = 10;

  public AlertGroup {
    shown = List.copyOf(shown);
    if (shown.size() > MOST_SHOWN || shown.size() > total) {
      throw new IllegalArgumentException(shown.size() + " shown of " + total);
    }
  }

  /** Groups alerts by kind, the worst first. */
  public static List<AlertGroup> of(List<Alert> alerts) {
    Map<AlertKind, List<Alert>> byKind =
        alerts.stream()
            .collect(
                Collectors.groupingBy(
                    Alert::kind, () -> new EnumMap<>(AlertKind.class), Collectors.toList()));
    return byKind.entrySet().stream()
        .map(
            it ->
                new AlertGroup(
                    it.getKey(),
                    it.getValue().size(),
                    it.getValue().stream().limit(MOST_SHOWN).toList()))
        .toList();
  }
}
