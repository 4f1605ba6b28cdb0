package io.yanmen.service.backup.file;

/**
 * A file of the archive.
 *
 * @param sha256 of the content that it is, or tells of
 * @param name {@code content}, or that of a note on it
 */
public record ArchivedFile(String sha256, String name) {
  private static final String CONTENT = "content";

  public boolean isContent() {
    return name.equals(CONTENT);
  }

  boolean isArrival() {
    return name.startsWith("arrival-");
  }

  /** Below the archive, with slashes. */
  public String path() {
    return sha256.substring(0, 2) + "/" + sha256 + "/" + name;
  }
}
