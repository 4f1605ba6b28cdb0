package io.yanmen.reading.check;

import io.yanmen.model.Observation;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Figures that lie between two values, each of which may be open. */
public final class ValueRange implements FigureTest {
  private final @Nullable BigDecimal lowest;
  private final @Nullable BigDecimal highest;
  private final List<String> arguments;

  private ValueRange(
      Optional<BigDecimal> lowest, Optional<BigDecimal> highest, List<String> arguments) {
    this.lowest = lowest.orElse(null);
    this.highest = highest.orElse(null);
    this.arguments = List.copyOf(arguments);
  }

  /**
   * @param arguments what the messages say after the value
   * @return empty if both ends are open
   */
  public static Optional<FigureTest> of(
      Optional<BigDecimal> lowest, Optional<BigDecimal> highest, List<String> arguments) {
    return lowest.isEmpty() && highest.isEmpty()
        ? Optional.empty()
        : Optional.of(new ValueRange(lowest, highest, arguments));
  }

  @Override
  public Optional<List<String>> objection(Observation figure) {
    BigDecimal value = figure.value();
    boolean inside =
        (lowest == null || value.compareTo(lowest) >= 0)
            && (highest == null || value.compareTo(highest) <= 0);
    return inside ? Optional.empty() : Optional.of(objection(value, arguments));
  }

  /** The value as messages show it, and what follows it. */
  public static List<String> objection(BigDecimal value, List<String> arguments) {
    List<String> all = new ArrayList<>();
    all.add(plain(value));
    all.addAll(arguments);
    return all;
  }

  /** Without exponent and trailing zeros. */
  public static String plain(BigDecimal value) {
    return value.stripTrailingZeros().toPlainString();
  }
}
