package io.yanmen.service.fetch.run;

import jakarta.activation.DataHandler;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.attachment.AttachmentMessage;

/** The files that a message carries. */
public final class Attachments {
  /** One file; read when it is asked for. */
  public record Attached(String name, DataHandler data) {
    public InputStream getContent() throws IOException {
      return data.getInputStream();
    }
  }

  /** In the order of the message; none for one without attachments. */
  public List<Attached> of(Exchange exchange) {
    AttachmentMessage message = exchange.getMessage(AttachmentMessage.class);
    List<Attached> files = new ArrayList<>();
    if (message != null && message.hasAttachments()) {
      for (Map.Entry<String, DataHandler> it : message.getAttachments().entrySet()) {
        String name = it.getValue().getName();
        files.add(new Attached(name == null ? it.getKey() : name, it.getValue()));
      }
    }
    return files;
  }
}
