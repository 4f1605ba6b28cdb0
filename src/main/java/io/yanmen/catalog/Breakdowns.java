package io.yanmen.catalog;

import io.yanmen.model.SeriesKey;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The parts that indicators may be broken down by: which names they have, which indicator may have
 * which, and which part is an older indicator of its own (第一产业 of 地区生产总值 is 第一产业增加值).
 */
public final class Breakdowns {
  /**
   * A part that is an indicator by itself.
   *
   * @param code the indicator that counts for both
   * @param whole the indicator that it is part of
   */
  public record SameAs(String code, String whole, String breakdown) {}

  /**
   * What a figure of a part is kept under.
   *
   * @param breakdown as it stands in the series
   */
  public record Part(String indicator, String breakdown) {}

  private final List<Breakdown> all;
  private final Map<String, List<Breakdown>> byName = new HashMap<>();
  private final Map<String, Set<String>> lists;
  private final Map<Part, String> older = new HashMap<>();

  /**
   * @param lists the lists that each indicator may be broken down by
   */
  public Breakdowns(List<Breakdown> all, Map<String, Set<String>> lists, List<SameAs> same) {
    this.all = List.copyOf(all);
    this.lists = Map.copyOf(lists);
    for (Breakdown it : all) {
      name(it.nameZh(), it);
      it.aliasesZh().forEach(alias -> name(alias, it));
    }
    same.forEach(it -> older.put(new Part(it.whole(), it.breakdown()), it.code()));
  }

  private void name(String name, Breakdown breakdown) {
    List<Breakdown> named =
        byName.computeIfAbsent(NameNormalForm.of(name), n -> new ArrayList<>(1));
    if (!named.contains(breakdown)) {
      named.add(breakdown);
    }
  }

  /** The same text for the same parts, by which a change of the catalogue is found. */
  @Override
  public String toString() {
    return all
        + older.entrySet().stream()
            .map(it -> it.getValue() + "=" + it.getKey())
            .sorted()
            .toList()
            .toString();
  }

  public List<Breakdown> all() {
    return all;
  }

  /**
   * All parts that a text names as a whole, of whatever list.
   *
   * @param plain in the form of {@link NameNormalForm#of}
   */
  public List<Breakdown> named(String plain) {
    return byName.getOrDefault(plain, List.of());
  }

  /** What a part of an indicator is kept under; nothing where the indicator has no such part. */
  public Optional<Part> of(String indicator, Breakdown part) {
    String code = older.get(new Part(indicator, part.id()));
    if (code != null) {
      return Optional.of(new Part(code, SeriesKey.WHOLE));
    }
    return lists.getOrDefault(indicator, Set.of()).contains(part.list())
        ? Optional.of(new Part(indicator, part.id()))
        : Optional.empty();
  }

  /** Whether an indicator is by its name already a part of a certain other one. */
  public boolean isPartOf(String indicator, String whole) {
    return wholeOf(indicator).filter(whole::equals).isPresent();
  }

  /** The indicator that one is by its name already a part of. */
  public Optional<String> wholeOf(String indicator) {
    return older.entrySet().stream()
        .filter(it -> it.getValue().equals(indicator))
        .map(it -> it.getKey().indicator())
        .findFirst();
  }

  /** Whether an indicator is by its name already a part of another one. */
  public boolean isPart(String indicator) {
    return older.containsValue(indicator);
  }
}
