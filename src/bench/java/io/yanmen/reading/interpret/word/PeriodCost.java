package io.yanmen.reading.interpret.word;

import io.yanmen.catalog.NameNormalForm;
import io.yanmen.reading.interpret.vocabulary.PeriodWords;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/** What understanding a period costs when it is not remembered. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 2, time = 1)
@Measurement(iterations = 3, time = 1)
@Fork(1)
public class PeriodCost {
  private static final int WORDS = 8;

  private final List<String> words =
      List.of("2025年1—4月", "2025年4月", "一季度", "上半年", "2025-04", "2024年", "前三季度", "代县");

  @Benchmark
  @OperationsPerInvocation(WORDS)
  public void period(Blackhole hole) {
    for (String word : words) {
      hole.consume(PeriodWords.whole(NameNormalForm.of(word)));
    }
  }
}
