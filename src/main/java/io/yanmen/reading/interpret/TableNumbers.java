package io.yanmen.reading.interpret;

/** Numbers the tables of a file from 1, over all its sheets. */
final class TableNumbers {
  private int last;

  int next() {
    return ++last;
  }

  int last() {
    return last;
  }
}
