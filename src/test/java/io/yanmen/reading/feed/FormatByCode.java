package io.yanmen.reading.feed;

import io.yanmen.reading.feed.format.FeedFormats;
import io.yanmen.reading.feed.message.FeedFormat;
import java.util.Locale;
import org.junit.jupiter.params.converter.TypedArgumentConverter;

/** Formats of feeds in tables of examples, by their code: {@code SDMX_CSV} is {@code sdmx-csv}. */
public final class FormatByCode extends TypedArgumentConverter<String, FeedFormat> {
  public FormatByCode() {
    super(String.class, FeedFormat.class);
  }

  @Override
  protected FeedFormat convert(String code) {
    return of(code);
  }

  public static FeedFormat of(String code) {
    return FeedFormats.known().of(code.toLowerCase(Locale.ROOT).replace('_', '-'));
  }
}
