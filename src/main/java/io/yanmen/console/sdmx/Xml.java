package io.yanmen.console.sdmx;

import java.io.IOException;
import java.io.OutputStream;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes a message of SDMX-ML 2.1 as it goes. */
final class Xml implements AutoCloseable {
  static final String MESSAGE = "http://www.sdmx.org/resources/sdmxml/schemas/v2_1/message";
  static final String COMMON = "http://www.sdmx.org/resources/sdmxml/schemas/v2_1/common";
  static final String STRUCTURE = "http://www.sdmx.org/resources/sdmxml/schemas/v2_1/structure";
  static final String GENERIC = "http://www.sdmx.org/resources/sdmxml/schemas/v2_1/data/generic";
  static final String SPECIFIC =
      "http://www.sdmx.org/resources/sdmxml/schemas/v2_1/data/structurespecific";

  private final XMLStreamWriter writer;

  Xml(OutputStream out) throws IOException {
    try {
      writer = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out, "UTF-8");
      writer.writeStartDocument("UTF-8", "1.0");
    } catch (XMLStreamException e) {
      throw new IOException(e);
    }
  }

  /**
   * @param name with its prefix
   * @param attributes names and values in turn
   */
  Xml start(String name, String... attributes) throws IOException {
    try {
      writer.writeStartElement(name);
      attributes(attributes);
    } catch (XMLStreamException e) {
      throw new IOException(e);
    }
    return this;
  }

  Xml empty(String name, String... attributes) throws IOException {
    try {
      writer.writeEmptyElement(name);
      attributes(attributes);
    } catch (XMLStreamException e) {
      throw new IOException(e);
    }
    return this;
  }

  Xml text(String name, String text, String... attributes) throws IOException {
    start(name, attributes);
    try {
      writer.writeCharacters(clean(text));
    } catch (XMLStreamException e) {
      throw new IOException(e);
    }
    return end();
  }

  Xml end() throws IOException {
    try {
      writer.writeEndElement();
    } catch (XMLStreamException e) {
      throw new IOException(e);
    }
    return this;
  }

  private void attributes(String... attributes) throws XMLStreamException {
    for (int i = 0; i < attributes.length; i += 2) {
      writer.writeAttribute(attributes[i], clean(attributes[i + 1]));
    }
  }

  /** Without what XML 1.0 has no character for; names of files may have it. */
  private static String clean(String text) {
    return text.replaceAll(
        "[^\\t\\n\\r\\x{20}-\\x{D7FF}\\x{E000}-\\x{FFFD}\\x{10000}-\\x{10FFFF}]", "\uFFFD");
  }

  @Override
  public void close() throws IOException {
    try {
      writer.writeEndDocument();
      writer.close();
    } catch (XMLStreamException e) {
      throw new IOException(e);
    }
  }
}
