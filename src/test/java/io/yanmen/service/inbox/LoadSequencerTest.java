package io.yanmen.service.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.yanmen.model.outcome.LandedFile;
import io.yanmen.model.outcome.LoadCounts;
import io.yanmen.model.outcome.Outcome;
import io.yanmen.reading.source.Source;
import io.yanmen.service.ingest.LoadStep;
import io.yanmen.service.ingest.RunningService;
import java.nio.file.Files;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Several files are on their way at once, and are loaded one by one in the order of arrival. */
class LoadSequencerTest {
  @RegisterExtension final RunningService running = new RunningService();

  private Outcome loaded(LandedFile file) {
    return new Outcome.Loaded(file, 1, LoadCounts.NONE, List.of(), List.of(), List.of());
  }

  private void dropInOrder(String... names) throws Exception {
    running.service().close();
    long time = 1_700_000_000_000L;
    for (String name : names) {
      running.drop(name, name + "\n");
      time += 1_000;
      Files.setLastModifiedTime(running.inbox(name), FileTime.fromMillis(time));
    }
    running.start();
  }

  @Test
  void loadsKeepTheOrderOfArrivalThoughALaterFileIsReadBefore() throws Exception {
    CountDownLatch laterIsRead = new CountDownLatch(1);
    AtomicInteger atOnce = new AtomicInteger();
    running.loading =
        new LoadStep() {
          @Override
          public Outcome load(LandedFile file, Source source) {
            throw new IllegalStateException("each file is prepared");
          }

          @Override
          public PreparedLoad prepare(LandedFile file, Source source) {
            if (file.name().equals("b.csv")) {
              laterIsRead.countDown();
            }
            return () -> {
              assertThat(atOnce.incrementAndGet()).isEqualTo(1);
              if (file.name().equals("a.csv")) {
                await(laterIsRead);
              }
              atOnce.decrementAndGet();
              return loaded(file);
            };
          }
        };
    dropInOrder("c0.csv", "a.csv", "b.csv", "a1.csv", "b1.csv", "z.csv", "y.csv");
    Awaitility.await().until(() -> running.filed.size() == 7);
    assertThat(running.loads)
        .containsExactly("c0.csv", "a.csv", "b.csv", "a1.csv", "b1.csv", "z.csv", "y.csv");
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void fileThatIsGivenUpLetsTheNextOneCome() throws Exception {
    running.loading =
        (file, source) -> {
          if (file.name().equals("a.csv")) {
            throw new IllegalStateException("a defect");
          }
          return loaded(file);
        };
    dropInOrder("a.csv", "b.csv");
    Awaitility.await().until(() -> running.names().contains("b.csv"));
    assertThat(running.loads.subList(0, 2)).containsExactly("a.csv", "b.csv");
  }

  @Test
  void afterTheLastFileThatWaitedItTellsSoEvenIfThatWasGivenUp() throws Exception {
    List<String> told = new CopyOnWriteArrayList<>();
    running.turns.whenIdle(() -> told.add("idle after " + running.loads.size()));
    running.loading =
        (file, source) -> {
          if (file.name().equals("c.csv")) {
            throw new IllegalStateException("a defect");
          }
          // The inbox goes on bringing files meanwhile.
          Awaitility.await().until(running.turns::hasMore);
          told.add(file.name());
          return loaded(file);
        };
    dropInOrder("a.csv", "b.csv", "c.csv");
    Awaitility.await().until(() -> told.contains("idle after 3"));
    assertThat(told.subList(0, 3)).containsExactly("a.csv", "b.csv", "idle after 3");
    assertThat(running.turns.hasMore()).isFalse();
  }
}
