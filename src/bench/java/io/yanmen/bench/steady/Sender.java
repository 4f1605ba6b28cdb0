package io.yanmen.bench.steady;

import io.yanmen.bench.MakeFiles;
import io.yanmen.catalog.CatalogFiles;
import io.yanmen.sample.counties.CountyFigures;
import io.yanmen.sample.counties.SmallWorkbook;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;

/** What counties send: mostly new workbooks, some corrections, some sent twice, some broken. */
final class Sender {
  /** What a file is, and so what must become of it. */
  enum Kind {
    WORKBOOK,
    CORRECTION,
    TWICE,
    BROKEN
  }

  private static final int MONTHS_OF_CORRECTIONS = 24;

  private final Path inbox;
  private final Path drafts;
  private final CountyFigures figures = CountyFigures.of(CatalogFiles.load(), 12, MakeFiles.SEED);
  private final Map<String, Long> sentAt = new HashMap<>();
  private final Map<Kind, Integer> sent = new EnumMap<>(Kind.class);
  private final Set<String> hashes = new HashSet<>();
  private int number;
  private int workbooks;
  private int corrections;

  Sender(Path inbox, Path drafts) throws IOException {
    this.inbox = inbox;
    this.drafts = Files.createDirectories(drafts);
  }

  /** The next file into the inbox. */
  void send() throws IOException {
    Kind kind = kind(number);
    Path draft = write(kind);
    String name = draft.getFileName().toString();
    hashes.add(sha256(draft));
    sentAt.put(name, System.currentTimeMillis());
    Files.copy(draft, inbox.resolve(name), StandardCopyOption.REPLACE_EXISTING);
    if (kind != Kind.WORKBOOK) {
      Files.delete(draft);
    } else {
      // The next that is sent twice is this one.
      Files.move(draft, drafts.resolve("last"), StandardCopyOption.REPLACE_EXISTING);
    }
    sent.merge(kind, 1, Integer::sum);
    number++;
  }

  private static Kind kind(int number) {
    return switch (number % 100) {
      case 37 -> Kind.BROKEN;
      case 73 -> Kind.TWICE;
      default -> number % 10 == 5 ? Kind.CORRECTION : Kind.WORKBOOK;
    };
  }

  private Path write(Kind kind) throws IOException {
    switch (kind) {
      case CORRECTION -> {
        Path file = drafts.resolve("%06d-更正.csv".formatted(number));
        return Files.write(file, correction(corrections++).getBytes(Charset.forName("GB18030")));
      }
      case TWICE -> {
        Path file = drafts.resolve("%06d-again.xlsx".formatted(number));
        return Files.copy(drafts.resolve("last"), file);
      }
      case BROKEN -> {
        byte[] whole = Files.readAllBytes(drafts.resolve("last"));
        Path file = drafts.resolve("%06d-broken.xlsx".formatted(number));
        return Files.write(file, Arrays.copyOf(whole, whole.length * 2 / 3));
      }
      default -> {
        SmallWorkbook workbook = new SmallWorkbook(figures, workbooks++);
        Path file = drafts.resolve("%06d-%s".formatted(number, workbook.name()));
        workbook.write(file);
        return file;
      }
    }
  }

  /** Two years of one county, each time a little other, far from what the workbooks say. */
  private String correction(int turn) {
    StringBuilder text = new StringBuilder("地区代码,指标,时间,单位,数值\n");
    String area = figures.areas().get(turn % 50).code();
    for (int month = 0; month < MONTHS_OF_CORRECTIONS; month++) {
      text.append(
          "%s,原煤产量,%d年%d月,万吨,%.2f%n"
              .formatted(area, 2010 + month / 12, month % 12 + 1, 100 + month + turn / 50 * 0.01));
    }
    return text.toString();
  }

  private static String sha256(Path file) throws IOException {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
      return HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The SHA-256 of all that was sent. */
  Set<String> hashes() {
    return Collections.unmodifiableSet(hashes);
  }

  /** When a file was put into the inbox, in ms; 0 for one that came otherwise. */
  long sentAt(String name) {
    return sentAt.getOrDefault(name, 0L);
  }

  int sent() {
    return number;
  }

  int sent(Kind kind) {
    return sent.getOrDefault(kind, 0);
  }
}
