package io.yanmen.console.load;

import io.yanmen.console.page.SourceOptions;
import io.yanmen.console.page.Times;
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
  static LoadRow of(LoadList.Entry it, List<SourceOptions.Option> sources, Times times) {
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
