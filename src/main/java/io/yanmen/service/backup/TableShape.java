package io.yanmen.service.backup;

import io.yanmen.warehouse.schema.Schema;
import java.util.List;

/** A table of the warehouse, and the columns in which its rows are copied, in their order. */
public record TableShape(String name, List<String> columns) {
  public TableShape {
    columns = List.copyOf(columns);
  }

  String quoted() {
    return Schema.NAME + "." + quoted(name);
  }

  String columnList() {
    return String.join(", ", columns.stream().map(TableShape::quoted).toList());
  }

  static String quoted(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }
}
