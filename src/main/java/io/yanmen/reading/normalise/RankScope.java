package io.yanmen.reading.normalise;

import io.yanmen.catalog.AreaNames;
import io.yanmen.evidence.AreaMention;
import io.yanmen.evidence.Evidence;
import io.yanmen.evidence.EvidenceItem;
import io.yanmen.model.Area;
import io.yanmen.model.AreaLevel;
import io.yanmen.model.Measure;
import io.yanmen.model.SeriesKey;
import io.yanmen.model.outcome.RejectionCode;
import java.util.Optional;

/** Within which area a place is counted: 全市, 全省, 全国, or the area whose members a table lists. */
final class RankScope {
  private static final String NATION = "100000";

  private final AreaNames areas;

  RankScope(AreaNames areas) {
    this.areas = areas;
  }

  /**
   * The code of the area; {@link SeriesKey#UNRANKED} for what is no rank, and for changes of a rank
   * of which nobody says it.
   *
   * @throws RefusedException for a rank of which nobody says it: third of a city is not third of a
   *     province
   */
  String of(Area ranked, Measure measure, Evidence context) throws RefusedException {
    if (!measure.isRank()) {
      return SeriesKey.UNRANKED;
    }
    Optional<String> within = Optional.empty();
    if (context.rankIn().isPresent()) {
      EvidenceItem<AreaMention> found = context.rankIn().get();
      Normaliser.agreed("rank_in", found);
      // No place is one among its own parts.
      within = within(ranked, found.value()).filter(code -> !code.equals(ranked.code()));
    }
    if (within.isEmpty() && !measure.isChange()) {
      throw new RefusedException(RejectionCode.NO_RANK_AREA, ranked.nameZh());
    }
    return within.orElse(SeriesKey.UNRANKED);
  }

  private Optional<String> within(Area ranked, AreaMention mention) {
    return switch (mention.total()) {
      case NATION -> Optional.of(NATION);
      case PROVINCE -> around(ranked, AreaLevel.PROVINCE);
      case PREFECTURE -> around(ranked, AreaLevel.PREFECTURE);
      case NONE, COUNTY, SUM ->
          mention.isClear() ? Optional.of(mention.candidates().get(0).code()) : Optional.empty();
    };
  }

  private Optional<String> around(Area ranked, AreaLevel level) {
    Optional<Area> at = ranked.parentCode().flatMap(areas::byCode);
    while (at.isPresent() && at.get().level() != level) {
      at = at.get().parentCode().flatMap(areas::byCode);
    }
    return at.map(Area::code);
  }
}
