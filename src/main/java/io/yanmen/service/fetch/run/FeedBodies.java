package io.yanmen.service.fetch.run;

import io.yanmen.reading.source.Source;
import io.yanmen.reading.source.Sources;
import io.yanmen.service.fetch.BodyCheck;
import io.yanmen.service.fetch.BodyFormat;
import io.yanmen.service.fetch.BrokenAnswerException;
import io.yanmen.service.fetch.FeedRefusedException;
import io.yanmen.service.fetch.HttpStatusException;
import io.yanmen.service.fetch.PageRequest;
import io.yanmen.service.fetch.Paging;
import io.yanmen.service.home.TargetFileName;
import io.yanmen.service.inbox.Completeness;
import io.yanmen.service.inbox.ReceivedFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.HexFormat;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.jspecify.annotations.Nullable;

/** Makes files of what servers give, and arrivals of them, which then go the way of every file. */
public final class FeedBodies {
  private static final int NOT_MODIFIED = 304;

  private final Path folder;
  private final Sources sources;
  private final Clock clock;

  public FeedBodies(Path folder, Sources sources, Clock clock) {
    this.folder = folder;
    this.sources = sources;
    this.clock = clock;
  }

  /**
   * @throws IllegalArgumentException if no source has this code
   */
  Source source(String code) {
    return sources
        .find(code)
        .orElseThrow(
            () -> new IllegalArgumentException("no source of a feed has the code " + code));
  }

  /**
   * Writes an answer to a file, unless it is the one that is known already.
   *
   * @return empty if nothing is to be loaded
   * @throws IOException if it is no data or not whole; nothing of it is kept then
   */
  Optional<FeedRun.Body> keep(FeedRun run, Exchange exchange, Optional<FeedState.Answer> known)
      throws IOException {
    Message answer = exchange.getMessage();
    PageRequest request = run.next();
    int status = answer.getHeader(Exchange.HTTP_RESPONSE_CODE, 0, Integer.class);
    try (InputStream body = stream(answer)) {
      if (status == NOT_MODIFIED && known.isPresent()) {
        run.tally().unchanged();
        run.goOn(Optional.of(known.get().nextPage()).filter(it -> !it.isEmpty()));
        return Optional.empty();
      }
      if (status < 200 || status > 299) {
        throw new HttpStatusException(
            status, request.shown(), retryAfter(answer), header(answer, "Location"));
      }
      return taken(run, answer, body, known);
    }
  }

  private Optional<FeedRun.Body> taken(
      FeedRun run, Message answer, InputStream body, Optional<FeedState.Answer> known)
      throws IOException {
    PageRequest request = run.next();
    BodyFormat format = run.feed().format();
    Path draft = Files.createTempFile(Files.createDirectories(folder), ".", ".part");
    boolean kept = false;
    try {
      String sha256 = copy(body, draft);
      BodyCheck.check(draft, header(answer, Exchange.CONTENT_TYPE), format);
      if ((format == BodyFormat.XLSX || format == BodyFormat.XLS)
          && !Completeness.looksWhole(draft)) {
        throw new BrokenAnswerException("answer.workbook");
      }
      Paging.Next next = run.feed().paging().after(draft, request, format);
      if (run.repeats(sha256) && next.page().isPresent()) {
        throw new FeedRefusedException("answer.page.same", request.number());
      }
      run.goOn(next.page());
      boolean same = known.filter(it -> it.sha256().equals(sha256)).isPresent() && !run.forced();
      if (same) {
        run.tally().unchanged();
      }
      if (same || (next.empty() && request.number() > 1)) {
        return Optional.empty();
      }
      kept = true;
      boolean linked = run.feed().paging().kind() == Paging.PagingKind.LINK;
      // Pages that name the next one are asked for in full: "unchanged" would not name it.
      return Optional.of(
          new FeedRun.Body(
              request,
              draft,
              sha256,
              linked ? "" : header(answer, "ETag").orElse(""),
              linked ? "" : header(answer, "Last-Modified").orElse(""),
              linked ? "" : next.page().orElse("")));
    } finally {
      if (!kept) {
        Files.deleteIfExists(draft);
      }
    }
  }

  private static InputStream stream(Message answer) {
    InputStream body = answer.getBody(InputStream.class);
    return body == null ? InputStream.nullInputStream() : body;
  }

  private static Optional<String> header(Message answer, String name) {
    return Optional.ofNullable(answer.getHeader(name, String.class));
  }

  private Optional<Duration> retryAfter(Message answer) {
    return header(answer, "Retry-After")
        .flatMap(
            said -> {
              if (said.matches("\\d{1,9}")) {
                return Optional.of(Duration.ofSeconds(Long.parseLong(said)));
              }
              try {
                Instant when =
                    ZonedDateTime.parse(said, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
                Duration wait = Duration.between(clock.instant(), when);
                return Optional.of(wait.isNegative() ? Duration.ZERO : wait);
              } catch (DateTimeParseException e) {
                return Optional.empty();
              }
            });
  }

  /** Copies; gives the hash of what was copied. */
  private static String copy(InputStream body, Path file) throws IOException {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      try (OutputStream out = Files.newOutputStream(file)) {
        new DigestInputStream(body, digest).transferTo(out);
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /**
   * What another route brings, from a folder of a server or an e-mail: its body as a file.
   *
   * @param fileName the name that it is filed under; its ending says how it is read. Without one it
   *     is filed all the same
   * @throws IllegalArgumentException if no source has this code
   */
  public ReceivedFile arrival(InputStream body, @Nullable String fileName, String sourceCode)
      throws IOException {
    Path draft = Files.createTempFile(Files.createDirectories(folder), ".", ".part");
    try {
      copy(body, draft);
      return arrival(draft, fileName == null ? "" : fileName, sourceCode);
    } finally {
      Files.deleteIfExists(draft);
    }
  }

  /** A fetched file as an arrival of its source; it moves to where it waits for its load. */
  ReceivedFile arrival(Path fetched, String fileName, String sourceCode) throws IOException {
    Source source = source(sourceCode);
    Path below = Files.createDirectories(folder.resolve(source.code()));
    Path file = below.resolve(TargetFileName.of(fileName, 1));
    Files.move(fetched, file, StandardCopyOption.REPLACE_EXISTING);
    return new ReceivedFile(
        file, source.folder(), source, clock.instant(), ReceivedFile.FileIdentity.of(file));
  }
}
