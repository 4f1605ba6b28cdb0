package io.yanmen.reading.normalise;

import io.yanmen.catalog.Unit;
import io.yanmen.evidence.EvidenceItem;
import java.util.Optional;

/**
 * The rules by which one observation was made; area and indicator are always {@link
 * DecisionRule#SAID}.
 *
 * @param unitFound the unit of the table that counts; empty where it stands in the cell or nowhere
 */
public record Decisions(
    DecisionRule measure,
    DecisionRule scenario,
    DecisionRule period,
    DecisionRule accumulation,
    DecisionRule unit,
    Optional<EvidenceItem<Unit>> unitFound) {}
