package io.yanmen.route;

import io.yanmen.model.Outcome;
import java.nio.file.Path;

/** A file put away with its outcome. */
public record Filed(Outcome outcome, Path file) {}
