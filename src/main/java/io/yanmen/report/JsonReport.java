package io.yanmen.report;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.yanmen.model.Language;
import io.yanmen.model.message.Messages;
import io.yanmen.model.outcome.Conflict;
import io.yanmen.model.outcome.Note;
import io.yanmen.model.outcome.Rejection;
import io.yanmen.model.outcome.RejectionCode;
import io.yanmen.model.table.CellAddress;
import io.yanmen.model.text.ShownText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;

/**
 * The report for programs. Its fields are a contract: they are only added to, and {@code version}
 * rises when one changes its meaning. At most {@value #MOST_LISTED} rejections, warnings and
 * conflicts are listed; {@code rejectionsByCode} and the {@code …Omitted} fields count them all.
 */
final class JsonReport {
  static final int VERSION = 1;
  static final int MOST_LISTED = 10_000;

  private final JsonGenerator json;
  private final FileReport report;
  private final String fileName;

  private JsonReport(JsonGenerator json, FileReport report, String fileName) {
    this.json = json;
    this.report = report;
    this.fileName = fileName;
  }

  static void write(
      FileReport report, String fileName, MarkedWorkbook.MarkingResult marked, Path target)
      throws IOException {
    try (JsonGenerator json =
        new JsonFactory().createGenerator(Files.newOutputStream(target), JsonEncoding.UTF8)) {
      json.useDefaultPrettyPrinter();
      new JsonReport(json, report, fileName).write(marked);
      json.writeRaw('\n');
    }
  }

  private void write(MarkedWorkbook.MarkingResult marked) throws IOException {
    json.writeStartObject();
    json.writeNumberField("version", VERSION);
    text("file", fileName);
    text("folder", report.file().folder());
    text("source", report.file().source());
    text("sha256", report.file().sha256());
    json.writeNumberField("size", report.file().size());
    json.writeNumberField("loadId", report.loadId());
    text("status", report.verdict().code());
    text("receivedAt", report.file().receivedAt().toString());
    counts();
    if (report.duplicate().isPresent()) {
      json.writeObjectFieldStart("duplicateOf");
      text("file", report.duplicate().get().firstFileName());
      text("loadedAt", report.duplicate().get().firstLoadedAt().toString());
      json.writeEndObject();
    }
    if (marked.file().isPresent()) {
      text("markedWorkbook", marked.file().get());
    }
    rejections();
    warnings();
    conflicts();
    json.writeArrayFieldStart("notes");
    for (Note note : report.notes()) {
      note(note);
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private void counts() throws IOException {
    json.writeObjectFieldStart("counts");
    json.writeNumberField("cellsRead", report.counts().cellsRead());
    json.writeNumberField("observationsNew", report.counts().observationsNew());
    json.writeNumberField("observationsChanged", report.counts().observationsChanged());
    json.writeNumberField("observationsUnchanged", report.counts().observationsUnchanged());
    json.writeNumberField("rejected", report.refused());
    json.writeNumberField("flagged", report.warnings().size());
    json.writeEndObject();
  }

  private void rejections() throws IOException {
    Map<RejectionCode, Integer> byCode = new EnumMap<>(RejectionCode.class);
    report.rejections().forEach(r -> byCode.merge(r.code(), 1, Integer::sum));
    json.writeObjectFieldStart("rejectionsByCode");
    for (Map.Entry<RejectionCode, Integer> entry : byCode.entrySet()) {
      json.writeNumberField(entry.getKey().name(), entry.getValue());
    }
    json.writeEndObject();
    json.writeNumberField(
        "rejectionsOmitted", Math.max(0, report.rejections().size() - MOST_LISTED));
    json.writeArrayFieldStart("rejections");
    int listed = 0;
    for (Rejection rejection : report.rejections()) {
      if (listed++ == MOST_LISTED) {
        break;
      }
      rejection(rejection);
    }
    json.writeEndArray();
  }

  private void warnings() throws IOException {
    json.writeNumberField("warningsOmitted", Math.max(0, report.warnings().size() - MOST_LISTED));
    json.writeArrayFieldStart("warnings");
    for (Rejection warning :
        report.warnings().subList(0, Math.min(MOST_LISTED, report.warnings().size()))) {
      rejection(warning);
    }
    json.writeEndArray();
  }

  private void rejection(Rejection rejection) throws IOException {
    Messages zh = Messages.of(Language.ZH);
    Messages en = Messages.of(Language.EN);
    json.writeStartObject();
    text("code", rejection.code().name());
    json.writeNumberField("table", rejection.tableNo());
    place(rejection.cell(), rejection.hasPlace());
    text("raw", rejection.raw());
    json.writeArrayFieldStart("arguments");
    for (String argument : rejection.arguments()) {
      json.writeString(ShownText.wellFormed(argument));
    }
    json.writeEndArray();
    text("message_zh", zh.message(rejection, fileName));
    text("message_en", en.message(rejection, fileName));
    text("action_zh", zh.action(rejection));
    text("action_en", en.action(rejection));
    json.writeEndObject();
  }

  private void conflicts() throws IOException {
    json.writeNumberField("conflictsOmitted", Math.max(0, report.conflicts().size() - MOST_LISTED));
    json.writeArrayFieldStart("conflicts");
    int listed = 0;
    for (Conflict conflict : report.conflicts()) {
      if (listed++ == MOST_LISTED) {
        break;
      }
      json.writeStartObject();
      text("area", conflict.series().areaCode());
      text("indicator", conflict.series().indicatorCode());
      text("breakdown", conflict.series().breakdown());
      text("measure", conflict.series().measure().code());
      text("rank_in", conflict.series().rankIn());
      text("scenario", conflict.series().scenario().code());
      text("frequency", conflict.series().frequency().name());
      text("accumulation", conflict.series().accumulation().code());
      text("period", conflict.period().label());
      place(conflict.cell(), true);
      text("shown", conflict.shown().toPlainString());
      text("shownSource", conflict.shownSource());
      text("kept", conflict.kept().toPlainString());
      text("keptSource", conflict.keptSource());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void note(Note note) throws IOException {
    json.writeStartObject();
    text("code", note.code());
    json.writeArrayFieldStart("arguments");
    for (String argument : note.arguments()) {
      json.writeString(ShownText.wellFormed(argument));
    }
    json.writeEndArray();
    text("message_zh", Messages.of(Language.ZH).note(note));
    text("message_en", Messages.of(Language.EN).note(note));
    json.writeEndObject();
  }

  private void place(CellAddress cell, boolean known) throws IOException {
    text("sheet", cell.sheet());
    text("cell", known ? CellAddress.columnName(cell.column()) + (cell.row() + 1) : "");
  }

  private void text(String field, String value) throws IOException {
    json.writeStringField(field, ShownText.wellFormed(value));
  }
}
