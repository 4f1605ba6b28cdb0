package io.yanmen.reading.feed.message;

import java.util.List;

/**
 * A dimension, attribute or measure that an SDMX-JSON message declares.
 *
 * @param keyPosition where it stands in a key; -1 where the message does not say
 * @param values what the indexes of the data stand for, as codings
 */
public record SdmxComponent(
    String id, boolean time, int keyPosition, List<ComponentValue> values) {}
