package io.yanmen.console.sdmx;

import io.yanmen.console.web.ConsoleParts;
import io.yanmen.console.web.Handler;
import io.yanmen.console.web.Router;
import io.yanmen.warehouse.query.FigureQuery;
import java.nio.file.Path;

/** The resources of the REST API of SDMX 2.1. */
public final class SdmxPaths {
  private SdmxPaths() {}

  /**
   * @param folder for answers that are on their way
   */
  public static Router of(ConsoleParts parts, Path folder) {
    Codes codes = new Codes(parts.catalog());
    Handler data =
        refusing(
            new DataOperation(new FigureQuery(parts.warehouse()), codes, folder, parts.clock())
                ::answer);
    Handler structure = refusing(new StructureOperation(codes, parts.clock())::answer);
    return new Router()
        .get("/sdmx/data/{flow}", data)
        .get("/sdmx/data/{flow}/", data)
        .get("/sdmx/data/{flow}/{key}", data)
        .get("/sdmx/data/{flow}/{key}/", data)
        .get("/sdmx/data/{flow}/{key}/{provider}", data)
        .get("/sdmx/data/{flow}/{key}/{provider}/", data)
        .get("/sdmx/{resource}", structure)
        .get("/sdmx/{resource}/{agency}", structure)
        .get("/sdmx/{resource}/{agency}/{id}", structure)
        .get("/sdmx/{resource}/{agency}/{id}/{version}", structure)
        .get("/sdmx/{resource}/{agency}/{id}/{version}/", structure);
  }

  private static Handler refusing(Handler endpoint) {
    return request -> {
      try {
        return endpoint.answer(request);
      } catch (SdmxRefusal e) {
        return SdmxErrors.of(e, request);
      }
    };
  }
}
