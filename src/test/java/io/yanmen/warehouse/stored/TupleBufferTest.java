package io.yanmen.warehouse.stored;

import static org.assertj.core.api.Assertions.assertThat;

import io.yanmen.model.Accumulation;
import io.yanmen.model.Frequency;
import io.yanmen.model.Measure;
import io.yanmen.model.Observation;
import io.yanmen.model.ObservationStatus;
import io.yanmen.model.Period;
import io.yanmen.model.Qualifier;
import io.yanmen.model.Scenario;
import io.yanmen.model.SeriesKey;
import io.yanmen.model.table.CellAddress;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TupleBufferTest {
  private static final SeriesKey SERIES =
      new SeriesKey(
          "140923", "gdp", Measure.LEVEL, Scenario.ACTUAL, Frequency.M, Accumulation.PERIOD);

  private static Observation figure(BigDecimal value, String sheet, String unit, String written) {
    return new Observation(
        SERIES,
        Period.month(2025, 4),
        value,
        Qualifier.AT_LEAST,
        ObservationStatus.A,
        3,
        new CellAddress(sheet, 6, 27),
        unit,
        written);
  }

  private static void add(TupleBuffer buffer, Observation figure, long number) {
    long code = FigureCode.of(figure.value(), figure.qualifier(), figure.status());
    buffer.numbered(7, figure, figure.status(), code, 9, number);
  }

  private static List<byte[]> fields(ByteBuffer tuple) {
    List<byte[]> fields = new ArrayList<>();
    int columns = tuple.getShort();
    for (int i = 0; i < columns; i++) {
      byte[] field = new byte[tuple.getInt()];
      tuple.get(field);
      fields.add(field);
    }
    return fields;
  }

  private static String text(byte[] field) {
    return new String(field, StandardCharsets.UTF_8);
  }

  @Test
  void fieldsAreThoseOfTheTable() {
    TupleBuffer buffer = new TupleBuffer();
    add(buffer, figure(new BigDecimal("12.3"), "表1", "亿元", "12.3以上"), 5);

    List<byte[]> fields = fields(ByteBuffer.wrap(buffer.bytes(), 0, buffer.used()));

    assertThat(fields).hasSize(11);
    assertThat(ByteBuffer.wrap(fields.get(0)).getInt()).isEqualTo(7);
    assertThat(ByteBuffer.wrap(fields.get(1)).getInt()).as("days from 2000").isEqualTo(9222);
    assertThat(fields.get(2))
        .as("12 and 3000 ten-thousandths")
        .containsExactly(0, 2, 0, 0, 0, 0, 0, 1, 0, 12, 3000 >> 8, (byte) 3000);
    assertThat(text(fields.get(3))).isEqualTo("at_least");
    assertThat(text(fields.get(4))).isEqualTo("A");
    assertThat(ByteBuffer.wrap(fields.get(5)).getLong()).isEqualTo(9);
    assertThat(ByteBuffer.wrap(fields.get(6)).getInt()).isEqualTo(3);
    assertThat(text(fields.get(7))).isEqualTo("表1!AB7");
    assertThat(text(fields.get(8))).isEqualTo("亿元");
    assertThat(text(fields.get(9))).isEqualTo("12.3以上");
    assertThat(ByteBuffer.wrap(fields.get(10)).getLong()).isEqualTo(5);
  }

  /** As many digits as told, or as a figure can have. */
  private static String longest(int digits) {
    return "1" + "9".repeat(Math.min(digits, 29)) + ".1" + "9".repeat(Math.min(digits, 89));
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "亿"})
  void anyLengthOfAnyFieldHasRoom(String letter) {
    for (int length = 0; length < 5000; length += 7) {
      String text = letter.repeat(length);
      TupleBuffer buffer = new TupleBuffer();
      add(buffer, figure(BigDecimal.ONE, text, "", "1"), 1);
      add(buffer, figure(BigDecimal.ONE, "", text, "1"), 2);
      add(buffer, figure(BigDecimal.ONE, "", "", text), 3);
      add(buffer, figure(new BigDecimal(longest(length)), "", "", "1"), 4);
      add(buffer, figure(BigDecimal.ONE, "", "", "1"), 5);

      ByteBuffer tuples = ByteBuffer.wrap(buffer.bytes(), 0, buffer.used());
      for (long number = 1; number <= 5; number++) {
        assertThat(ByteBuffer.wrap(fields(tuples).get(10)).getLong()).isEqualTo(number);
      }
      assertThat(tuples.hasRemaining()).isFalse();
    }
  }
}
