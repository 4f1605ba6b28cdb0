package io.yanmen.reading.format.xlsx;

import io.yanmen.model.outcome.UnreadableFileException;
import io.yanmen.model.table.CellRange;
import io.yanmen.reading.format.limit.ReadLimits;
import io.yanmen.reading.format.value.CellComments;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.stream.XMLStreamException;

/**
 * Reads what people wrote on the cells of a sheet: its comments, and the threads of newer
 * spreadsheets, which repeat theirs as a comment with a preface.
 */
final class CommentsPart {
  private final ReadLimits limits;
  private final CellComments comments;

  private CommentsPart(ReadLimits limits, CellComments comments) {
    this.limits = limits;
    this.comments = comments;
  }

  static CellComments read(XlsxPackage zip, String sheet, List<CellRange> merged, ReadLimits limits)
      throws UnreadableFileException, IOException, XMLStreamException {
    CellComments comments = new CellComments(limits);
    CommentsPart reader = new CommentsPart(limits, comments);
    List<WorkbookPart.Target> related = WorkbookPart.related(zip, sheet);
    for (WorkbookPart.Target target : related) {
      if (target.type().equals("comments")) {
        try (XmlPart part = zip.openXml(target.part())) {
          reader.readComments(part);
        }
      }
    }
    // Threads stand in the place of the comments that repeat them.
    for (WorkbookPart.Target target : related) {
      if (target.type().equals("threadedComment")) {
        try (XmlPart part = zip.openXml(target.part())) {
          reader.readThreads(part);
        }
      }
    }
    comments.spread(merged);
    return comments;
  }

  private void readComments(XmlPart part) throws UnreadableFileException, XMLStreamException {
    List<String> authors = new ArrayList<>();
    XlsxText text = new XlsxText(limits.maxCellCharacters());
    while (part.nextElement()) {
      if (part.is("author")) {
        text.clear();
        text.addElement(part);
        authors.add(text.toString());
      } else if (part.is("comment")) {
        Optional<CellRange> cell = CellReference.range(part.attribute("ref", ""));
        String number = part.attribute("authorId", "");
        int author = number.equals("0") ? 0 : CellReference.positive(number, 0, number.length());
        String words = words(part, text);
        if (cell.isPresent()) {
          boolean known = author >= 0 && author < authors.size();
          put(cell.get(), known ? authors.get(author) : "", words);
        }
      }
    }
  }

  private static String words(XmlPart part, XlsxText text)
      throws UnreadableFileException, XMLStreamException {
    text.clear();
    int comment = part.depth();
    while (part.nextWithin(comment)) {
      if (part.is("text")) {
        text.addRuns(part);
      } else {
        part.skip();
      }
    }
    return text.toString();
  }

  /** The answers of a thread follow what they answer. */
  private void readThreads(XmlPart part) throws UnreadableFileException, XMLStreamException {
    XlsxText text = new XlsxText(limits.maxCellCharacters());
    String last = "";
    StringBuilder thread = new StringBuilder();
    while (part.nextElement()) {
      if (part.is("threadedComment")) {
        String reference = part.attribute("ref", "");
        if (!reference.equals(last)) {
          thread.setLength(0);
          last = reference;
        }
        thread.append(thread.isEmpty() ? "" : "\n").append(thread(part, text));
        Optional<CellRange> cell = CellReference.range(reference);
        if (cell.isPresent()) {
          put(cell.get(), "", thread.toString());
        }
      }
    }
  }

  private static String thread(XmlPart part, XlsxText text)
      throws UnreadableFileException, XMLStreamException {
    text.clear();
    int comment = part.depth();
    while (part.nextWithin(comment)) {
      if (part.is("text")) {
        text.addElement(part);
      } else {
        part.skip();
      }
    }
    return text.toString();
  }

  private void put(CellRange cell, String author, String words) throws UnreadableFileException {
    comments.put(cell.firstRow(), cell.firstColumn(), author, words);
  }
}
