package io.yanmen.service.ingest;

import io.yanmen.model.outcome.Outcome;
import java.nio.file.Path;

/** A file put away with its outcome. */
public record FiledFile(Outcome outcome, Path file) {}
