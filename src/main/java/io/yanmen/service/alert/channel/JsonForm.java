package io.yanmen.service.alert.channel;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.yanmen.service.alert.Alert;
import io.yanmen.service.alert.AlertGroup;
import io.yanmen.service.alert.AlertMessage;
import java.util.Locale;

/** The message for programs: subject, text, and each group with its number and first alerts. */
final class JsonForm {
  private JsonForm() {}

  static void write(AlertMessage message, ObjectNode body) {
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
  }
}
