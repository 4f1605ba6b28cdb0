package io.yanmen.warehouse.server;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** Unpacks the PostgreSQL that ships with the product, once for each version. */
public final class ServerBinaries {
  private static final String VERSION = "18.6";
  private static final Set<PosixFilePermission> EXECUTABLE =
      EnumSet.of(
          PosixFilePermission.OWNER_READ,
          PosixFilePermission.OWNER_WRITE,
          PosixFilePermission.OWNER_EXECUTE,
          PosixFilePermission.GROUP_READ,
          PosixFilePermission.GROUP_EXECUTE,
          PosixFilePermission.OTHERS_READ,
          PosixFilePermission.OTHERS_EXECUTE);

  private ServerBinaries() {}

  /**
   * The folder that holds {@code bin/postgres}; unpacked below the given folder if it is not there.
   */
  public static Path unpacked(Path below) throws IOException {
    Path target = below.resolve("postgresql-" + VERSION);
    if (Files.exists(target.resolve("bin/postgres"))) {
      return target;
    }
    Files.createDirectories(below);
    Path fresh = below.resolve("unpacking-" + UUID.randomUUID());
    try (InputStream packed = archive()) {
      unpack(packed, fresh);
    }
    try {
      Files.move(fresh, target, StandardCopyOption.ATOMIC_MOVE);
    } catch (FileAlreadyExistsException | DirectoryNotEmptyException anotherWasFaster) {
      return target;
    }
    return target;
  }

  /** Unpacks a {@code .txz}; nothing in it can land outside the folder. */
  public static void unpack(InputStream packed, Path into) throws IOException {
    try (TarArchiveInputStream tar =
        new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(packed)))) {
      for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        Path path = into.resolve(entry.getName()).normalize();
        if (!path.startsWith(into)) {
          throw new IOException("entry outside the archive: " + entry.getName());
        }
        if (entry.isDirectory()) {
          Files.createDirectories(path);
        } else if (entry.isSymbolicLink()) {
          Files.createDirectories(parent(path));
          Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
        } else {
          Files.createDirectories(parent(path));
          Files.copy(tar, path);
          if ((entry.getMode() & 0100) != 0) {
            Files.setPosixFilePermissions(path, EXECUTABLE);
          }
        }
      }
    }
  }

  private static Path parent(Path path) throws IOException {
    Path parent = path.getParent();
    if (parent == null) {
      throw new IOException("no folder around " + path);
    }
    return parent;
  }

  private static InputStream archive() throws IOException {
    String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
    String machine = System.getProperty("os.arch", "");
    String name = system.startsWith("mac") ? "darwin" : "linux";
    String hardware = machine.equals("aarch64") ? "arm_64" : "x86_64";
    InputStream in =
        ServerBinaries.class.getResourceAsStream("/postgres-%s-%s.txz".formatted(name, hardware));
    if (in == null) {
      throw new IOException("no PostgreSQL is bundled for " + name + " " + hardware);
    }
    return in;
  }
}
