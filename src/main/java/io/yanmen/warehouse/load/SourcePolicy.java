package io.yanmen.warehouse.load;

/**
 * How the figures of a source are treated.
 *
 * @param priority where two sources differ, the higher shows
 * @param toleratedShare share of refused cells, 0 to 1, above which nothing of a file is loaded
 */
public record SourcePolicy(String source, int priority, double toleratedShare) {
  public static final double USUAL_SHARE = 0.05;

  public SourcePolicy {
    if (source.isBlank() || toleratedShare < 0 || toleratedShare > 1) {
      throw new IllegalArgumentException(
          "a source has a code and tolerates between 0 and 1: " + source + " " + toleratedShare);
    }
  }

  public static SourcePolicy usual(String source) {
    return new SourcePolicy(source, 0, USUAL_SHARE);
  }
}
