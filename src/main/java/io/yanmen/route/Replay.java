package io.yanmen.route;

import io.yanmen.land.Archive;
import io.yanmen.model.LandedFile;
import io.yanmen.warehouse.Rebuild;
import io.yanmen.warehouse.Warehouse;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import javax.sql.DataSource;

/**
 * Rebuilds what the warehouse holds from the archive: every arrival is loaded again in the order in
 * which it was loaded, or, where the warehouse has forgotten it, in which it came.
 */
public final class Replay {
  /** Moments of one arrival differ by what the database rounds. */
  private static final Duration SAME = Duration.ofMillis(1);

  private final Archive archive;
  private final Sources sources;
  private final Warehouse warehouse;
  private final Function<DataSource, Loading> loadings;

  /**
   * @param loadings makes what loads into a database
   */
  public Replay(
      Archive archive,
      Sources sources,
      Warehouse warehouse,
      Function<DataSource, Loading> loadings) {
    this.archive = archive;
    this.sources = sources;
    this.warehouse = warehouse;
    this.loadings = loadings;
  }

  /** Is told how many files are done of how many. */
  @FunctionalInterface
  public interface Watcher {
    void at(int total, int done);
  }

  private record Item(LandedFile file, Optional<Rebuild.Known> known) {
    Instant moment() {
      return known.map(Rebuild.Known::finishedAt).orElse(file.receivedAt());
    }
  }

  /**
   * Replays; readers see nothing of it until it is done.
   *
   * @param since keep what was loaded before the first load received at this moment or later, and
   *     replay what came after
   * @return how many files were replayed
   * @throws IOException if the archive is not whole; the warehouse is as it was
   */
  public int run(Optional<Instant> since, Watcher watcher) throws SQLException, IOException {
    try (Rebuild rebuild = Rebuild.begin(warehouse)) {
      List<Rebuild.Known> known = rebuild.known();
      List<Item> items = items(known);
      if (since.isPresent()) {
        long cut = Rebuild.firstSince(known, since.get()).orElse(Long.MAX_VALUE);
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
      Loading loading = loadings.apply(rebuild.dataSource());
      int done = 0;
      watcher.at(items.size(), done);
      for (Item item : items) {
        LandedFile file = item.file();
        Source source =
            sources.find(file.source()).orElseGet(() -> sources.ofFolder(file.folder()));
        loading.load(file, source);
        rebuild.dateLast(file.receivedAt(), item.moment());
        watcher.at(items.size(), ++done);
      }
      rebuild.takePlace();
      return done;
    }
  }

  /**
   * The arrivals in their order. One that was landed more than once before it could be loaded (its
   * service was killed, the warehouse was away) counts once, as it was loaded.
   */
  private List<Item> items(List<Rebuild.Known> known) throws IOException {
    Set<String> hashes = new HashSet<>();
    known.forEach(it -> hashes.add(it.sha256()));
    List<Item> items = new ArrayList<>();
    for (LandedFile file : archive.arrivals()) {
      Optional<Rebuild.Known> load = known.stream().filter(it -> isLoadOf(it, file)).findFirst();
      if (load.isPresent() || !hashes.contains(file.sha256())) {
        items.add(new Item(file, load));
      }
    }
    items.sort(
        Comparator.comparing(Item::moment)
            .thenComparing(it -> it.known().map(Rebuild.Known::id).orElse(Long.MAX_VALUE)));
    return items;
  }

  private static boolean isLoadOf(Rebuild.Known load, LandedFile file) {
    return load.sha256().equals(file.sha256())
        && Duration.between(load.receivedAt(), file.receivedAt()).abs().compareTo(SAME) < 0;
  }
}
