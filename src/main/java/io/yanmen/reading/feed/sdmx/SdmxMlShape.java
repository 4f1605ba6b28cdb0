package io.yanmen.reading.feed.sdmx;

import io.yanmen.model.outcome.UnreadableFileException;
import io.yanmen.reading.feed.message.ComponentValue;
import io.yanmen.reading.feed.message.FeedLimits;
import io.yanmen.reading.feed.message.FeedXml;
import java.io.IOException;
import java.util.List;

/** How a form of SDMX-ML writes components: as elements of their own, or as XML attributes. */
sealed interface SdmxMlShape permits SdmxMlGeneric, SdmxMlSpecific {
  /**
   * An observation without its series.
   *
   * @param value empty where there is none
   */
  record Observation(String value, List<ComponentValue> codings) {}

  /** What the present start of a data set says; a list that may be added to. */
  List<ComponentValue> dataSet(FeedXml xml, FeedLimits limits) throws UnreadableFileException;

  /** What the present start of a series says; a list that may be added to. */
  List<ComponentValue> key(FeedXml xml, FeedLimits limits) throws UnreadableFileException;

  /** The components within the present element, which identify. */
  List<ComponentValue> values(FeedXml xml, FeedLimits limits)
      throws IOException, UnreadableFileException;

  /** The components within the present element, which add. */
  List<ComponentValue> attributes(FeedXml xml, FeedLimits limits)
      throws IOException, UnreadableFileException;

  void group(FeedXml xml, FeedLimits limits, AttributeGroups groups)
      throws IOException, UnreadableFileException;

  Observation observation(FeedXml xml, FeedLimits limits)
      throws IOException, UnreadableFileException;

  /** Completes groups that only a figure's components tell the keys of. */
  default void settle(List<ComponentValue> codings, AttributeGroups groups)
      throws UnreadableFileException {}

  /** The key of a series for people. */
  String seriesText(List<ComponentValue> codings);
}
