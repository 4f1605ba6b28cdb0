package io.yanmen.console.indicator;

import io.yanmen.console.web.Request;
import io.yanmen.model.Area;
import io.yanmen.model.AreaLevel;
import io.yanmen.model.Language;
import io.yanmen.model.message.UserError;
import io.yanmen.warehouse.query.AvailableSeries;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which areas a page shows: one with its parts ({@code in}), or those that one picks ({@code
 * area}). Only what has figures is offered, and never more than one step of the way down.
 */
public final class AreaChooser {
  /** More than any prefecture has counties. */
  static final int MOST = 60;

  private static final int MOST_FOUND = 20;
  private static final String NATION = "100000";

  /** Something to choose. */
  public record Option(String code, String name, boolean chosen) {}

  /** An area that was searched for, and the one to look into for it. */
  public record Hit(String code, String name, String in) {}

  /**
   * @param whole the area whose parts are looked at; not shown where others were picked
   * @param areas all that are shown, the whole first
   * @param picked whether they were picked one by one
   * @param parts to pick from
   */
  public record Choice(
      String province,
      Area whole,
      List<String> areas,
      boolean picked,
      List<Option> provinces,
      List<Option> prefectures,
      List<Option> parts,
      String find,
      List<Hit> hits) {}

  private final AreaTree tree;
  private final AvailableSeries figures;

  public AreaChooser(AreaTree tree, AvailableSeries figures) {
    this.tree = tree;
    this.figures = figures;
  }

  /**
   * @throws UserError for a code that is no area, or too many areas
   */
  public Choice choose(Request request) throws SQLException {
    Language language = request.language();
    Area whole = whole(request);
    String province = tree.provinceOf(whole.code());
    Set<String> picked = new LinkedHashSet<>();
    for (String code : request.query().all("area")) {
      if (!code.isBlank()) {
        picked.add(known(code).code());
      }
    }
    List<String> areas = new ArrayList<>(picked);
    List<Area> parts = tree.parts(whole.code());
    if (picked.isEmpty()) {
      areas.add(whole.code());
      parts.forEach(it -> areas.add(it.code()));
    }
    if (areas.size() > MOST) {
      throw new UserError("request.areas.many", MOST, areas.size());
    }
    List<Option> boxes = new ArrayList<>();
    LinkedHashSet<String> offered = new LinkedHashSet<>();
    offered.add(whole.code());
    parts.forEach(it -> offered.add(it.code()));
    offered.addAll(picked);
    offered.forEach(it -> boxes.add(new Option(it, tree.name(it, language), picked.contains(it))));
    String find = request.query().first("find").orElse("");
    return new Choice(
        province,
        whole,
        List.copyOf(areas),
        !picked.isEmpty(),
        withFigures(tree.provinces(), province, language),
        withFigures(
            tree.parts(province).stream()
                .filter(it -> it.level() == AreaLevel.PREFECTURE && !province.equals(NATION))
                .toList(),
            whole.code(),
            language),
        boxes,
        find,
        tree.search(find, MOST_FOUND).stream().map(it -> hit(it, language)).toList());
  }

  private Hit hit(Area area, Language language) {
    boolean hasParts = !tree.parts(area.code()).isEmpty();
    String in = hasParts ? area.code() : area.parentCode().orElse(area.code());
    String around = in.equals(area.code()) ? "" : " · " + tree.name(in, language);
    return new Hit(area.code(), AreaTree.name(area, language) + around, in);
  }

  private Area whole(Request request) throws SQLException {
    Optional<String> in = request.query().first("in");
    Optional<String> province = request.query().first("province");
    if (province.isPresent()
        && in.map(it -> !tree.provinceOf(it).equals(province.get())).orElse(true)) {
      return known(province.get());
    }
    return known(in.isPresent() ? in.get() : figures.areaOfMostParts().orElse(NATION));
  }

  private Area known(String code) {
    return tree.area(code).orElseThrow(() -> new UserError("request.area.unknown", code));
  }

  private List<Option> withFigures(List<Area> areas, String chosen, Language language)
      throws SQLException {
    Map<String, String> heads = new LinkedHashMap<>();
    areas.forEach(it -> heads.put(it.code(), AreaTree.head(it)));
    Set<String> filled = new LinkedHashSet<>(figures.withFigures(heads));
    List<Option> options = new ArrayList<>();
    for (Area area : areas) {
      if (filled.contains(area.code()) || area.code().equals(chosen)) {
        options.add(
            new Option(area.code(), AreaTree.name(area, language), area.code().equals(chosen)));
      }
    }
    return options;
  }
}
