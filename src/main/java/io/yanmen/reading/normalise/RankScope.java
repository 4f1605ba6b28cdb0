package io.yanmen.reading.normalise;

import io.yanmen.catalog.AreaNames;
import io.yanmen.evidence.AreaMention;
import io.yanmen.evidence.Evidence;
import io.yanmen.evidence.EvidenceItem;
import io.yanmen.model.Area;
import io.yanmen.model.AreaLevel;
import io.yanmen.model.Measure;
import io.yanmen.model.SeriesKey;
import java.util.Optional;

/** Within which area a place is counted: 全市, 全省, 全国, or the area whose members a table lists. */
final class RankScope {
  private static final String NATION = "100000";

  private final AreaNames areas;

  RankScope(AreaNames areas) {
    this.areas = areas;
  }

  /** The code of the area; {@link SeriesKey#UNRANKED} for what is no rank or says it nowhere. */
  String of(Area ranked, Measure measure, Evidence context) throws RefusedException {
    if (!measure.isRank() || context.rankIn().isEmpty()) {
      return SeriesKey.UNRANKED;
    }
    EvidenceItem<AreaMention> found = context.rankIn().get();
    Normaliser.agreed("rank_in", found);
    AreaMention within = found.value();
    return switch (within.total()) {
      case NATION -> NATION;
      case PROVINCE -> around(ranked, AreaLevel.PROVINCE);
      case PREFECTURE -> around(ranked, AreaLevel.PREFECTURE);
      case NONE, COUNTY, SUM ->
          within.isClear() ? within.candidates().get(0).code() : SeriesKey.UNRANKED;
    };
  }

  private String around(Area ranked, AreaLevel level) {
    Optional<Area> at = ranked.parentCode().flatMap(areas::byCode);
    while (at.isPresent() && at.get().level() != level) {
      at = at.get().parentCode().flatMap(areas::byCode);
    }
    return at.map(Area::code).orElse(SeriesKey.UNRANKED);
  }
}
