package io.yanmen.reading.feed.message;

import io.yanmen.model.table.Cell;
import io.yanmen.model.table.CellAddress;
import java.util.List;

/**
 * One figure of a feed with its dimensions, nothing of it understood yet.
 *
 * @param tableNo number of the data set in the file, from 1
 * @param address where an analyst finds it
 * @param cell the figure; empty where the feed says that it is missing
 */
public record FeedValue(
    int tableNo, CellAddress address, Cell cell, List<ComponentValue> codings) {}
