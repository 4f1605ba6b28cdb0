package io.yanmen.reading.normalise;

import io.yanmen.catalog.Unit;
import io.yanmen.evidence.Found;
import java.util.Optional;

/**
 * The rules by which one observation was made; area and indicator are always {@link Rule#SAID}.
 *
 * @param unitFound the unit of the table that counts; empty where it stands in the cell or nowhere
 */
public record Rules(
    Rule measure,
    Rule scenario,
    Rule period,
    Rule accumulation,
    Rule unit,
    Optional<Found<Unit>> unitFound) {}
