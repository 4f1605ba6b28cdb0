package io.yanmen.reading.feed.message;

import java.util.Set;

/**
 * A format of statistics feeds that is read.
 *
 * @param code the name used in source files
 * @param label what people call it, the same in every language
 * @param family what carries it
 * @param traits in what its messages differ from others
 */
public record FeedFormat(String code, String label, Family family, Set<Trait> traits) {
  public FeedFormat {
    traits = Set.copyOf(traits);
  }

  public FeedFormat(String code, String label, Family family, Trait... traits) {
    this(code, label, family, Set.of(traits));
  }

  /** What carries a format. */
  public enum Family {
    JSON,
    XML,
    /** Rows of cells, as the reader of tables gives them. */
    TABLE
  }

  /** In what the messages of a format differ from others. */
  public enum Trait {
    /** The code lists of SDMX apply. */
    SDMX_CODES,
    /** Figures may have a decimal comma. */
    DECIMAL_COMMA,
    /** Periods may be written as China's national bureau does. */
    BUREAU_PERIODS,
    /**
     * The source file names what holds the figures; so the content never tells the format, and
     * periods may be in words.
     */
    BY_HAND
  }

  /** Whether a reader of tables brings its rows, so that it is read as a table. */
  public boolean isTable() {
    return family == Family.TABLE;
  }

  /** Whether the format is one of SDMX, whose code lists then apply. */
  public boolean isSdmx() {
    return has(Trait.SDMX_CODES);
  }

  public boolean isByHand() {
    return has(Trait.BY_HAND);
  }

  public boolean has(Trait trait) {
    return traits.contains(trait);
  }
}
