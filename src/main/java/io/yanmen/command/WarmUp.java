package io.yanmen.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Loads the classes of a typical start, for the launcher to keep them in an archive (AppCDS), which
 * makes later starts fast. Does nothing else.
 */
public final class WarmUp {
  private WarmUp() {}

  public static void main(String[] args) throws IOException {
    PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
    Path sample = Files.createTempFile("yanmen", ".csv");
    try {
      Files.writeString(sample, "县区,原煤产量（万吨）\n代县,1.5\n没有的县,x\n");
      for (String format : new String[] {"csv", "table", "json"}) {
        CommandLines.run(nowhere, nowhere, "inspect", sample.toString(), "--format", format);
      }
      CommandLines.run(nowhere, nowhere, "--help");
      CommandLines.run(nowhere, nowhere, "inspect", "--help");
    } finally {
      Files.delete(sample);
    }
  }
}
