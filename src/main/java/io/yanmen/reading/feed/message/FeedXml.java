package io.yanmen.reading.feed.message;

import com.fasterxml.aalto.stax.InputFactoryImpl;
import io.yanmen.model.outcome.UnreadableFileException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * XML read element by element. Refuses a document type, and so every entity that is not XML's own,
 * nesting, attributes and texts without bounds, and what is cut short.
 */
public final class FeedXml implements AutoCloseable {
  private static final int DEEPEST = 60;
  private static final int LONGEST = 1 << 16;
  private static final int MOST_ATTRIBUTES = 500;

  private final InputStream in;
  private final XMLStreamReader xml;
  private int depth;

  public FeedXml(Path content) throws IOException, UnreadableFileException {
    InputFactoryImpl factory = new InputFactoryImpl();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
    in = new TagLimitStream(Files.newInputStream(content));
    try {
      xml = factory.createXMLStreamReader(in);
    } catch (XMLStreamException | RuntimeException e) {
      in.close();
      throw damaged();
    }
  }

  /** Moves to the next start of an element anywhere; false at the end of the document. */
  public boolean nextElement() throws IOException, UnreadableFileException {
    while (true) {
      int event = next();
      if (event == XMLStreamConstants.START_ELEMENT) {
        return true;
      }
      if (event == XMLStreamConstants.END_DOCUMENT) {
        return false;
      }
    }
  }

  /** Moves to the next start of an element below the one at a depth; false when that one ends. */
  public boolean nextWithin(int parent) throws IOException, UnreadableFileException {
    while (depth >= parent) {
      if (next() == XMLStreamConstants.START_ELEMENT) {
        return true;
      }
    }
    return false;
  }

  /** How many elements are open, the present one among them. */
  public int depth() {
    return depth;
  }

  /** Leaves the present element and all below it. */
  public void skip() throws IOException, UnreadableFileException {
    int parent = depth;
    while (depth >= parent) {
      next();
    }
  }

  private int next() throws IOException, UnreadableFileException {
    int event;
    try {
      event = xml.next();
    } catch (XMLStreamException e) {
      if (e.getNestedException() instanceof TagLimitStream.TagTooLongException) {
        throw TagLimitStream.refusal();
      }
      throw damaged();
    } catch (RuntimeException e) {
      // What the parser cannot put a name to is damage as well.
      throw damaged();
    }
    if (event == XMLStreamConstants.START_ELEMENT) {
      if (++depth > DEEPEST) {
        throw FeedRefusal.damaged("元素嵌套过深", "elements nested too deep");
      }
      if (xml.getAttributeCount() > MOST_ATTRIBUTES) {
        throw FeedRefusal.tooLarge(
            "元素的属性数 (attributes of an element)", xml.getAttributeCount(), MOST_ATTRIBUTES);
      }
    } else if (event == XMLStreamConstants.END_ELEMENT) {
      depth--;
    } else if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
      throw FeedRefusal.forbiddenXml();
    }
    return event;
  }

  private UnreadableFileException damaged() {
    int line = xml == null ? 1 : xml.getLocation().getLineNumber();
    return FeedRefusal.damaged("第 " + line + " 行附近不是合法的 XML", "no XML near line " + line);
  }

  public String name() {
    return xml.getLocalName();
  }

  public String namespace() {
    String uri = xml.getNamespaceURI();
    return uri == null ? "" : uri;
  }

  public boolean is(String name) {
    return name.equals(xml.getLocalName());
  }

  public int attributes() {
    return xml.getAttributeCount();
  }

  public String attributeName(int i) {
    return xml.getAttributeLocalName(i);
  }

  /** Whether an attribute is of the message's own frame (xsi:type, structureRef). */
  public boolean isFramed(int i) {
    String uri = xml.getAttributeNamespace(i);
    return uri != null && !uri.isEmpty();
  }

  public String attributeValue(int i) throws UnreadableFileException {
    String value = xml.getAttributeValue(i);
    if (value.length() > LONGEST) {
      throw FeedRefusal.tooLarge("属性字数 (characters of an attribute)", value.length(), LONGEST);
    }
    return value;
  }

  /** An attribute by its local name; empty where it is missing. */
  public String attribute(String name) throws UnreadableFileException {
    for (int i = 0; i < xml.getAttributeCount(); i++) {
      if (name.equals(xml.getAttributeLocalName(i))) {
        return attributeValue(i);
      }
    }
    return "";
  }

  /** The text within the present element, which ends with it. */
  public String text() throws IOException, UnreadableFileException {
    int parent = depth;
    StringBuilder text = new StringBuilder();
    while (depth >= parent) {
      int event = next();
      boolean characters =
          event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.CDATA;
      if (characters && text.length() < LONGEST) {
        text.append(characters());
      }
    }
    return text.toString();
  }

  /**
   * The present text, which is parsed only now: the parser throws its complaints unchecked here.
   */
  private String characters() throws UnreadableFileException {
    try {
      return xml.getText();
    } catch (RuntimeException e) {
      throw damaged();
    }
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
