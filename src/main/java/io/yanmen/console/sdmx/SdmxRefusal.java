package io.yanmen.console.sdmx;

/** Why a query is not answered, with its HTTP status, in both languages. */
final class SdmxRefusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int status;
  private final String zh;

  SdmxRefusal(int status, String zh, String en) {
    super(en);
    this.status = status;
    this.zh = zh;
  }

  static SdmxRefusal syntax(String zh, String en) {
    return new SdmxRefusal(400, zh, en);
  }

  static SdmxRefusal notImplemented(String what) {
    return new SdmxRefusal(501, "尚不支持：" + what, "not implemented: " + what);
  }

  int status() {
    return status;
  }

  String zh() {
    return zh;
  }
}
