package io.yanmen.service.fetch;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Whether an answer can be the data that was asked for: not a web page, not of another kind, not
 * cut off. What it says is no business of this class.
 */
public final class BodyCheck {
  private static final int HEAD = 512;

  private BodyCheck() {}

  private enum Family {
    HTML,
    JSON,
    XML,
    CSV,
    SHEET,
    OTHER,
    /** Servers say this of anything. */
    UNSAID
  }

  /**
   * @param contentType as the server gave it
   * @throws FeedRefusedException if it is something else
   * @throws BrokenAnswerException if it is cut off
   */
  public static void check(Path body, Optional<String> contentType, BodyFormat format)
      throws IOException {
    String head = head(body);
    if (head.isBlank()) {
      throw new FeedRefusedException("answer.empty");
    }
    String start = head.stripLeading().toLowerCase(Locale.ROOT);
    Family said = familyOf(contentType.orElse(""));
    if (said == Family.HTML || start.startsWith("<!doctype html") || start.startsWith("<html")) {
      throw new FeedRefusedException("answer.web_page");
    }
    if (!fits(said, format)) {
      throw new FeedRefusedException("answer.type", contentType.orElse("?"), format.ending());
    }
    switch (format) {
      case JSON -> json(body);
      case XML -> xml(body);
      case CSV, TXT, XLSX, XLS -> {}
    }
  }

  private static String head(Path body) throws IOException {
    try (InputStream in = Files.newInputStream(body)) {
      String head = new String(in.readNBytes(HEAD), StandardCharsets.UTF_8);
      return head.startsWith("\uFEFF") ? head.substring(1) : head;
    }
  }

  private static Family familyOf(String contentType) {
    String type = contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    if (type.contains("html")) {
      return Family.HTML;
    }
    if (type.contains("spreadsheetml") || type.contains("ms-excel")) {
      return Family.SHEET;
    }
    if (type.contains("json")) {
      return Family.JSON;
    }
    if (type.contains("csv") || type.contains("tab-separated")) {
      return Family.CSV;
    }
    if (type.endsWith("xml")) {
      return Family.XML;
    }
    boolean other =
        type.startsWith("image/")
            || type.startsWith("video/")
            || type.startsWith("audio/")
            || type.equals("application/pdf");
    return other ? Family.OTHER : Family.UNSAID;
  }

  private static boolean fits(Family said, BodyFormat format) {
    if (said == Family.UNSAID) {
      return true;
    }
    return switch (format) {
      // Some servers call a csv by the name of the program that opens it.
      case CSV, TXT -> said == Family.CSV || said == Family.SHEET;
      case JSON -> said == Family.JSON;
      case XML -> said == Family.XML;
      case XLSX, XLS -> said == Family.SHEET;
    };
  }

  private static void json(Path body) throws IOException {
    try (JsonParser parser = new JsonFactory().createParser(body.toFile())) {
      while (parser.nextToken() != null) {
        // Only its end matters here.
      }
    } catch (JsonEOFException e) {
      throw new BrokenAnswerException("answer.json.broken");
    } catch (JsonProcessingException e) {
      String place = "%d:%d".formatted(e.getLocation().getLineNr(), e.getLocation().getColumnNr());
      throw new FeedRefusedException("answer.json", place);
    }
  }

  private static void xml(Path body) throws IOException {
    XMLInputFactory factory = XMLInputFactory.newFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    try (InputStream in = Files.newInputStream(body)) {
      XMLStreamReader reader = factory.createXMLStreamReader(in);
      while (reader.hasNext()) {
        reader.next();
      }
      reader.close();
    } catch (XMLStreamException e) {
      throw new BrokenAnswerException("answer.xml", String.valueOf(e.getMessage()));
    }
  }
}
