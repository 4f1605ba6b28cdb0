package io.yanmen.console.load;

import io.yanmen.console.page.SourceOptions;
import io.yanmen.console.page.TimeFormat;
import io.yanmen.model.text.ShownText;
import io.yanmen.warehouse.history.LoadList;
import java.util.List;

/** A load as a line of a list. */
public record LoadRow(
    long id,
    String status,
    String file,
    String source,
    String when,
    long fresh,
    long changed,
    long unchanged,
    long rejected,
    long flagged) {
  static LoadRow of(LoadList.ListedLoad it, List<SourceOptions.Option> sources, TimeFormat times) {
    return new LoadRow(
        it.id(),
        it.status(),
        ShownText.line(it.fileName()),
        SourceOptions.nameOf(it.source(), sources),
        times.minute(it.startedAt()),
        it.observationsNew(),
        it.observationsChanged(),
        it.observationsUnchanged(),
        it.rejected(),
        it.flagged());
  }
}
