package io.yanmen.warehouse.load;

import io.yanmen.model.Language;
import io.yanmen.model.outcome.Rejection;

/** Words for a rejection, as the warehouse keeps them. */
@FunctionalInterface
public interface RejectionText {
  String text(Language language, Rejection rejection, String fileName);
}
