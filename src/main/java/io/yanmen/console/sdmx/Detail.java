package io.yanmen.console.sdmx;

/** How much is told. */
enum Detail {
  FULL(true, true),
  DATAONLY(true, false),
  SERIESKEYSONLY(false, false),
  NODATA(false, true);

  private final boolean figures;
  private final boolean attributes;

  Detail(boolean figures, boolean attributes) {
    this.figures = figures;
    this.attributes = attributes;
  }

  boolean hasFigures() {
    return figures;
  }

  boolean hasAttributes() {
    return attributes;
  }
}
