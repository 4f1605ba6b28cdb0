package io.yanmen.service.alert.channel;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.yanmen.service.alert.Alert;
import io.yanmen.service.alert.AlertGroup;
import io.yanmen.service.alert.AlertMessage;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * Plain JSON for programs of one's own: subject, text, and each group with its number and first
 * alerts.
 */
public record JsonForm() implements WebhookForm {
  @Override
  public String name() {
    return "json";
  }

  @Override
  public String body(AlertMessage message, Optional<String> secret, Instant now) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.put("product", "yanmen")
        .put("severity", message.severity().name().toLowerCase(Locale.ROOT))
        .put("subject", message.subject())
        .put("text", message.text());
    message.console().ifPresent(it -> body.put("console", it));
    ArrayNode groups = body.putArray("groups");
    for (AlertGroup group : message.groups()) {
      ObjectNode one =
          groups
              .addObject()
              .put("kind", group.kind().name())
              .put("total", group.total())
              .put("action", message.action(group));
      ArrayNode alerts = one.putArray("alerts");
      for (Alert alert : group.shown()) {
        alerts
            .addObject()
            .put("name", alert.name())
            .put("source", alert.source())
            .put("place", alert.place())
            .put("reason", alert.reason(message.language()))
            .put("node", alert.node())
            .put("at", alert.at().toString());
      }
    }
    return body.toString();
  }
}
