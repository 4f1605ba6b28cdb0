package io.yanmen.reading.feed.jsonstat;

import io.yanmen.reading.feed.message.ComponentValue;
import java.util.List;
import java.util.Map;

/**
 * A JSON-stat data set without its figures.
 *
 * @param dimensions in the order of {@code id}: the last one moves fastest
 * @param cells how many figures the dimensions make room for
 * @param commonStatus the status of every figure; empty if there is none
 * @param statuses statuses by the place of the figure
 */
record JsonStatDataset(
    List<Dimension> dimensions,
    long cells,
    String commonStatus,
    List<String> listedStatuses,
    Map<Long, String> statuses) {

  /**
   * @param codings one for each category, in their order
   * @param units for each category the units that the message gives it, as codings
   */
  record Dimension(
      String id, boolean time, List<ComponentValue> codings, List<List<ComponentValue>> units) {
    int size() {
      return codings.size();
    }
  }

  String status(long place) {
    if (place < listedStatuses.size()) {
      return listedStatuses.get((int) place);
    }
    return statuses.getOrDefault(place, commonStatus);
  }
}
