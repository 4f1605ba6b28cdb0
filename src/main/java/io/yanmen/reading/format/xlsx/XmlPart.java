package io.yanmen.reading.format.xlsx;

import com.fasterxml.aalto.stax.InputFactoryImpl;
import io.yanmen.model.outcome.UnreadableFileException;
import io.yanmen.reading.format.limit.MarkupLimitStream;
import io.yanmen.reading.format.limit.Refusal;
import java.io.IOException;
import java.io.InputStream;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * The elements of an XML part by their local names, whatever their namespace's prefix. Refuses a
 * document type, and so every entity that is not XML's own, and elements nested without end.
 */
public final class XmlPart implements AutoCloseable {
  private static final int DEEPEST = 200;
  // No name, path or format is longer; many of them are kept at once.
  private static final int LONGEST_ATTRIBUTE = 4096;

  private final XMLStreamReader xml;
  private final InputStream in;
  private final String part;
  private int depth;

  XmlPart(InputFactoryImpl factory, InputStream in, String part)
      throws XMLStreamException, UnreadableFileException, IOException {
    this.in = in;
    this.part = part;
    try {
      this.xml = factory.createXMLStreamReader(new MarkupLimitStream(in));
    } catch (XMLStreamException | RuntimeException e) {
      in.close();
      throw e;
    }
  }

  /** The next event; the end of an element and of the document among them. */
  int next() throws XMLStreamException, UnreadableFileException {
    int event = nextEvent();
    if (event == XMLStreamConstants.START_ELEMENT) {
      if (++depth > DEEPEST) {
        throw Refusal.damaged("元素嵌套过深 " + part, "elements nested too deep in " + part);
      }
    } else if (event == XMLStreamConstants.END_ELEMENT) {
      depth--;
    } else if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
      throw Refusal.forbiddenXml(part);
    }
    return event;
  }

  /** What the parser cannot put a name to is damage as well. */
  private int nextEvent() throws XMLStreamException {
    try {
      return xml.next();
    } catch (RuntimeException e) {
      throw new XMLStreamException(e);
    }
  }

  /**
   * The length of the present text, which is parsed only now; the parser throws its complaints
   * unchecked here.
   */
  int textLength() throws XMLStreamException {
    try {
      return xml.getTextLength();
    } catch (RuntimeException e) {
      throw new XMLStreamException(e);
    }
  }

  /** Moves to the next start of an element anywhere; false at the end of the document. */
  public boolean nextElement() throws XMLStreamException, UnreadableFileException {
    while (xml.hasNext()) {
      if (next() == XMLStreamConstants.START_ELEMENT) {
        return true;
      }
    }
    return false;
  }

  /**
   * Moves to the next start of an element below the one at this depth; false when that one ends.
   */
  boolean nextWithin(int parent) throws XMLStreamException, UnreadableFileException {
    while (depth >= parent) {
      int event = next();
      if (event == XMLStreamConstants.START_ELEMENT) {
        return true;
      }
    }
    return false;
  }

  /** How many elements are open, the present one among them. */
  int depth() {
    return depth;
  }

  String name() {
    return xml.getLocalName();
  }

  public boolean is(String name) {
    return name.equals(xml.getLocalName());
  }

  /** An attribute by its local name; null where it is missing. */
  @Nullable String attribute(String name) throws UnreadableFileException {
    for (int i = 0; i < xml.getAttributeCount(); i++) {
      if (name.equals(xml.getAttributeLocalName(i))) {
        String value = xml.getAttributeValue(i);
        if (value.length() > LONGEST_ATTRIBUTE) {
          throw Refusal.tooLarge(
              "属性字数 (characters of " + name + ")", value.length(), LONGEST_ATTRIBUTE);
        }
        return value;
      }
    }
    return null;
  }

  String attribute(String name, String otherwise) throws UnreadableFileException {
    String value = attribute(name);
    return value == null ? otherwise : value;
  }

  boolean flag(String name) throws UnreadableFileException {
    String value = attribute(name, "0");
    return value.equals("1") || value.equals("true") || value.equals("on");
  }

  XMLStreamReader xml() {
    return xml;
  }

  /** Leaves the present element and all below it. */
  void skip() throws XMLStreamException, UnreadableFileException {
    int parent = depth;
    while (depth >= parent) {
      next();
    }
  }

  @Override
  public void close() throws XMLStreamException, IOException {
    xml.close();
    in.close();
  }
}
