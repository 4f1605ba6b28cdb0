package io.yanmen.model.outcome;

/**
 * What a load did.
 *
 * @param observationsNew values of periods that a series had none for
 * @param observationsChanged values that replaced another, which is kept as a revision
 * @param observationsUnchanged values that were there already
 * @param rejected cells refused
 */
public record LoadCounts(
    long cellsRead,
    long observationsNew,
    long observationsChanged,
    long observationsUnchanged,
    long rejected) {
  public static final LoadCounts NONE = new LoadCounts(0, 0, 0, 0, 0);

  public long observations() {
    return observationsNew + observationsChanged + observationsUnchanged;
  }
}
