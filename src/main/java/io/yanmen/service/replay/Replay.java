package io.yanmen.service.replay;

import io.yanmen.model.outcome.LandedFile;
import io.yanmen.model.outcome.Outcome;
import io.yanmen.reading.source.Source;
import io.yanmen.reading.source.Sources;
import io.yanmen.service.held.HeldLoads;
import io.yanmen.service.held.NotInArchiveException;
import io.yanmen.service.ingest.WarehouseLoadStep;
import io.yanmen.service.land.Archive;
import io.yanmen.service.land.Decisions;
import io.yanmen.warehouse.Warehouse;
import io.yanmen.warehouse.load.HoldRelease;
import java.io.IOException;
import java.nio.file.Files;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/**
 * Rebuilds what the warehouse holds from the archive: every arrival is loaded again in the order in
 * which it was loaded, or, where the warehouse has forgotten it, in which it came. What a person
 * decided on a file that had to wait is decided so again.
 */
public final class Replay {
  /** Moments of one arrival differ by what the database rounds. */
  private static final Duration SAME = Duration.ofMillis(1);

  private final Archive archive;
  private final Decisions decisions;
  private final Sources sources;
  private final Warehouse warehouse;
  private final Function<DataSource, WarehouseLoadStep> loadings;

  /**
   * @param loadings makes what loads into a database
   */
  public Replay(
      Archive archive,
      Decisions decisions,
      Sources sources,
      Warehouse warehouse,
      Function<DataSource, WarehouseLoadStep> loadings) {
    this.archive = archive;
    this.decisions = decisions;
    this.sources = sources;
    this.warehouse = warehouse;
    this.loadings = loadings;
  }

  /** Is told how many files are done of how many. */
  @FunctionalInterface
  public interface Watcher {
    void at(int total, int done);
  }

  /**
   * @param decision what a person decided on it, where it had to wait for that
   * @param earliest what it comes after, whatever its own time says
   */
  private record Item(
      LandedFile file,
      Optional<ShadowRebuild.Known> known,
      Optional<Decisions.Decision> decision,
      Instant earliest) {
    long number() {
      return known.map(ShadowRebuild.Known::id).orElse(Long.MAX_VALUE);
    }

    boolean isReleased() {
      return decision.filter(Decisions.Decision::released).isPresent();
    }

    /** Its place among the others. */
    Instant place() {
      return moment().isBefore(earliest) ? earliest : moment();
    }

    Item after(Instant other) {
      return new Item(file, known, decision, other);
    }

    /** When it took effect: a file that was released did so then. */
    Instant moment() {
      return known
          .map(ShadowRebuild.Known::finishedAt)
          .or(() -> decision.filter(Decisions.Decision::released).map(it -> it.decidedAt()))
          .orElse(file.receivedAt());
    }
  }

  /**
   * Replays; readers see nothing of it until it is done.
   *
   * @param since keep what was loaded before the first load received at this moment or later, and
   *     replay what came after
   * @return how many files were replayed
   * @throws NotInArchiveException if the archive lacks the file of any load, also of one that would
   *     be kept; the warehouse is as it was
   * @throws IOException if the archive is not whole; the warehouse is as it was
   */
  public int run(Optional<Instant> since, Watcher watcher) throws SQLException, IOException {
    try (ShadowRebuild rebuild = ShadowRebuild.begin(warehouse)) {
      List<ShadowRebuild.Known> known = rebuild.known();
      List<Item> items = items(known);
      if (since.isPresent()) {
        long cut = ShadowRebuild.firstSince(known, since.get()).orElse(Long.MAX_VALUE);
        items =
            items.stream()
                .filter(
                    it ->
                        it.known()
                            .map(load -> load.id() >= cut)
                            .orElse(!it.file().receivedAt().isBefore(since.get())))
                .toList();
        rebuild.keepBefore(cut);
      }
      WarehouseLoadStep loading = loadings.apply(rebuild.dataSource());
      HeldLoads held = new HeldLoads(rebuild.dataSource());
      int done = 0;
      watcher.at(items.size(), done);
      for (Item item : items) {
        LandedFile file = item.file();
        Source source =
            sources.find(file.source()).orElseGet(() -> sources.ofFolder(file.folder()));
        Outcome outcome = loading.load(file, source);
        if (outcome instanceof Outcome.Held waits && item.decision().isPresent()) {
          decide(waits, item.decision().get(), source, loading, held);
        }
        rebuild.dateLast(file.receivedAt(), item.moment());
        watcher.at(items.size(), ++done);
      }
      rebuild.takePlace();
      return done;
    }
  }

  private static void decide(
      Outcome.Held waits,
      Decisions.Decision decision,
      Source source,
      WarehouseLoadStep loading,
      HeldLoads held)
      throws SQLException, IOException {
    if (decision.released()) {
      loading.release(new HoldRelease(waits.loadId(), decision.by()), waits.file(), source);
    } else {
      held.reject(waits.loadId(), decision.by(), decision.reason());
    }
  }

  /** The decision that an arrival waited for; one that came while its like waited has none. */
  private Optional<Decisions.Decision> decision(LandedFile file, Optional<ShadowRebuild.Known> load)
      throws IOException {
    if (load.filter(it -> it.status().equals("duplicate")).isPresent()) {
      return Optional.empty();
    }
    return decisions.on(file.sha256()).stream()
        .filter(it -> !it.decidedAt().isBefore(file.receivedAt()))
        .findFirst();
  }

  /**
   * The arrivals in their order. One that was landed more than once before it could be loaded (its
   * service was killed, the warehouse was away) counts once, as it was loaded.
   */
  private List<Item> items(List<ShadowRebuild.Known> known) throws IOException {
    Set<String> hashes = new HashSet<>();
    known.forEach(it -> hashes.add(it.sha256()));
    List<Item> items = new ArrayList<>();
    List<LandedFile> arrivals = archive.noted();
    requireAll(known, arrivals);
    Archive.requireWhole(arrivals);
    for (LandedFile file : arrivals) {
      Optional<ShadowRebuild.Known> load =
          known.stream().filter(it -> isLoadOf(it, file)).findFirst();
      if (load.isPresent() || !hashes.contains(file.sha256())) {
        items.add(new Item(file, load, decision(file, load), Instant.MIN));
      }
    }
    return inOrder(items);
  }

  /**
   * Of several services each keeps what it received: from one archive alone, what the others loaded
   * would be lost. A content that is here because it came here too is not enough: whose it was, and
   * what was decided on it, is noted where it came.
   */
  private static void requireAll(List<ShadowRebuild.Known> loads, List<LandedFile> arrivals)
      throws NotInArchiveException {
    Map<String, List<LandedFile>> here =
        arrivals.stream()
            .filter(it -> Files.isRegularFile(it.content()))
            .collect(Collectors.groupingBy(LandedFile::sha256));
    SortedMap<String, List<String>> missing =
        loads.stream()
            .filter(
                load ->
                    here.getOrDefault(load.sha256(), List.of()).stream()
                        .noneMatch(file -> isLoadOf(load, file)))
            .collect(
                Collectors.groupingBy(
                    ShadowRebuild.Known::source,
                    TreeMap::new,
                    Collectors.mapping(ShadowRebuild.Known::fileName, Collectors.toList())));
    if (!missing.isEmpty()) {
      throw NotInArchiveException.ofReplay(missing, loads.size());
    }
  }

  /**
   * By time; but loads that the warehouse remembers come one after another as they did then, also
   * where the clock went back between two of them. Only one that was released has its effect later
   * than its number says.
   */
  private static List<Item> inOrder(List<Item> items) {
    List<Item> ordered = new ArrayList<>();
    Instant latest = Instant.MIN;
    for (Item item : items.stream().sorted(Comparator.comparingLong(Item::number)).toList()) {
      Item placed = item.known().isPresent() ? item.after(latest) : item;
      ordered.add(placed);
      if (item.known().isPresent() && !item.isReleased()) {
        latest = placed.place();
      }
    }
    ordered.sort(Comparator.comparing(Item::place).thenComparingLong(Item::number));
    return ordered;
  }

  private static boolean isLoadOf(ShadowRebuild.Known load, LandedFile file) {
    return load.sha256().equals(file.sha256())
        && Duration.between(load.receivedAt(), file.receivedAt()).abs().compareTo(SAME) < 0;
  }
}
