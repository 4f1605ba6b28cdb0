package io.yanmen.reading.format.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Holds the cutting of text into records to what commons-csv makes of the same text. */
class CsvRecordsTest {
  private static final String BROKEN = "broken";

  @Property(tries = 20_000)
  void anyTextIsCutAsCommonsCsvCutsIt(
      @ForAll("texts") String text,
      @ForAll("delimiters") char delimiter,
      @ForAll("capacities") int capacity)
      throws IOException {
    assertThat(cut(new StringReader(text), delimiter, capacity))
        .isEqualTo(byCommonsCsv(text, delimiter));
  }

  /** A reader may give as few characters as it likes. */
  @Property(tries = 2_000)
  void piecesOfTheTextDoNotMatter(@ForAll("texts") String text) throws IOException {
    Reader oneByOne =
        new FilterReader(new StringReader(text)) {
          @Override
          public int read(char[] buffer, int offset, int length) throws IOException {
            return super.read(buffer, offset, Math.min(1, length));
          }
        };
    assertThat(cut(oneByOne, ',', 3)).isEqualTo(byCommonsCsv(text, ','));
  }

  /** Few characters, so that quotes, delimiters and line ends meet in every way. */
  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.of(
            "\"", "\"", ",", ";", "\t", "\n", "\r", "\r\n", " ", "　", "a", "代县", "1.5", "，")
        .list()
        .ofMaxSize(24)
        .map(parts -> String.join("", parts));
  }

  @Provide
  Arbitrary<Character> delimiters() {
    return Arbitraries.of(',', ';', '\t', '|', '，', ' ');
  }

  @Provide
  Arbitrary<Integer> capacities() {
    return Arbitraries.integers().between(1, 40);
  }

  private static List<List<String>> cut(Reader text, char delimiter, int capacity)
      throws IOException {
    CsvRecords records = new CsvRecords(text, 1_000, capacity);
    records.delimitedBy(delimiter);
    List<List<String>> cut = new ArrayList<>();
    try {
      while (records.next()) {
        List<String> fields = new ArrayList<>();
        for (int i = 0; i < records.size(); i++) {
          fields.add(
              new String(records.buffer(), records.from(i), records.to(i) - records.from(i)));
        }
        cut.add(fields);
      }
    } catch (CsvRecords.BrokenRecordException e) {
      cut.add(List.of(BROKEN));
    }
    return cut;
  }

  private static List<List<String>> byCommonsCsv(String text, char delimiter) throws IOException {
    CSVFormat format =
        CSVFormat.DEFAULT.builder().setDelimiter(delimiter).setIgnoreEmptyLines(false).get();
    List<List<String>> cut = new ArrayList<>();
    try (CSVParser parser = CSVParser.parse(text, format)) {
      for (CSVRecord csv : parser) {
        cut.add(List.of(csv.values()));
      }
    } catch (UncheckedIOException e) {
      cut.add(List.of(BROKEN));
    }
    return cut;
  }
}
