package io.yanmen.service.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How long is long enough: the bound itself is. */
class QuietPeriodsTest {
  private static final QuietPeriods PERIODS =
      new QuietPeriods(Duration.ofMillis(350), Duration.ofSeconds(3), Duration.ofSeconds(15));

  private static FileState file(Completeness wholeness, long restedMillis, boolean reopened) {
    ReceivedFile.FileIdentity identity =
        new ReceivedFile.FileIdentity(1, FileTime.from(Instant.EPOCH), "key");
    FileState.FileSnapshot content =
        new FileState.FileSnapshot(wholeness, Duration.ofMillis(restedMillis));
    return new FileState(identity, 0, 0, true, reopened, Optional.of(content), false);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # what its bytes say | a writer would be seen | opened anew | rested before | enough after
          PROVEN | true  | false | 0    | 350
          PROVEN | false | true  | 0    | 350
          ENDED  | true  | false | 0    | 350
          ENDED  | true  | true  | 0    | 3000
          ENDED  | false | false | 0    | 3000
          ENDED  | false | false | 2999 | 3000
          ENDED  | false | false | 3000 | 350
          OPEN   | true  | false | 0    | 3000
          OPEN   | true  | true  | 0    | 15000
          OPEN   | false | false | 0    | 15000
          OPEN   | false | false | 9000 | 15000
          """)
  void aFileIsTakenAtTheEndOfItsPatienceAndNotBefore(
      Completeness wholeness, boolean writersSeen, boolean reopened, long rested, long millis) {
    FileState file = file(wholeness, rested, reopened);
    long enough = Duration.ofMillis(millis).toNanos();
    assertThat(PERIODS.isEnough(file, writersSeen, enough - 1)).isFalse();
    assertThat(PERIODS.isEnough(file, writersSeen, enough)).isTrue();
  }

  @Test
  void aFileIsNewUntilItHasHadThePatienceOfAnOrdinaryOne() {
    long settled = Duration.ofSeconds(3).toNanos();
    assertThat(PERIODS.isNew(7, 7 + settled - 1)).isTrue();
    assertThat(PERIODS.isNew(7, 7 + settled)).isFalse();
  }

  @Test
  void aFileThatWasNotReadIsNeverTaken() {
    FileState unread = FileState.first(file(Completeness.PROVEN, 0, false).identity(), 0);
    assertThat(PERIODS.isEnough(unread, true, Duration.ofDays(1).toNanos())).isFalse();
  }
}
