package io.yanmen.console.sdmx;

import io.yanmen.console.web.Request;
import io.yanmen.console.web.Response;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Clock;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Structure queries: what data are made of. */
final class StructureOperation {
  private static final String TYPE = "application/vnd.sdmx.structure+xml;version=2.1";
  private static final Set<String> KNOWN =
      Set.of("resource", "agency", "id", "version", "references", "detail", "lang");

  private final Structures structures;
  private final Clock clock;

  StructureOperation(Codes codes, Clock clock) {
    this.structures = new Structures(codes);
    this.clock = clock;
  }

  /** What there is. */
  enum StructureKind {
    DATAFLOW,
    CODELIST,
    CONCEPTSCHEME,
    DATASTRUCTURE
  }

  Response answer(Request request) throws IOException {
    for (String name : request.query().values().keySet()) {
      if (!KNOWN.contains(name)) {
        throw SdmxRefusal.syntax("sdmx.refused.parameter", name);
      }
    }
    String resource = request.query().first("resource").orElse("").toLowerCase(Locale.ROOT);
    Optional<StructureKind> kind =
        Arrays.stream(StructureKind.values())
            .filter(it -> it.name().toLowerCase(Locale.ROOT).equals(resource))
            .findFirst();
    boolean everything = resource.equals("structure");
    if (kind.isEmpty() && !everything) {
      throw SdmxRefusal.notImplemented(resource);
    }
    checkAccept(request);
    if (!Flow.isAny(request.query().first("agency").orElse("all"), Flow.AGENCY)
        || !Flow.isVersion(request.query().first("version").orElse("latest"))) {
      return SdmxErrors.of(404, "", request);
    }
    Set<StructureKind> kinds =
        everything ? EnumSet.allOf(StructureKind.class) : EnumSet.of(kind.get());
    Set<String> lists = new TreeSet<>();
    if (!chooses(request, kinds, lists)) {
      return SdmxErrors.of(404, "", request);
    }
    refer(request.query().first("references").orElse("none"), kinds, lists);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    structures.write(out, kinds, lists, clock.instant());
    return Response.of(200, TYPE, out.toByteArray());
  }

  private static void checkAccept(Request request) {
    String accept = request.header("Accept").orElse("*/*").toLowerCase(Locale.ROOT);
    boolean served =
        Arrays.stream(accept.split(","))
            .map(it -> it.split(";", 2)[0].strip())
            .anyMatch(
                List.of(
                        "*/*",
                        "application/*",
                        "application/xml",
                        "text/*",
                        "text/xml",
                        "application/vnd.sdmx.structure+xml")
                    ::contains);
    if (!served) {
      throw new SdmxRefusal(406, "sdmx.refused.structure_type", TYPE);
    }
  }

  /** Whether there is what is asked for; adds the code lists that are. */
  private boolean chooses(Request request, Set<StructureKind> kinds, Set<String> lists) {
    List<String> ids =
        List.of(request.query().first("id").orElse("all").replaceAll("(?i)%2B", "+").split("\\+"));
    boolean found = false;
    for (StructureKind kind : List.copyOf(kinds)) {
      for (String id : ids) {
        boolean any = id.toLowerCase(Locale.ROOT).equals("all");
        switch (kind) {
          case DATAFLOW, DATASTRUCTURE -> found |= any || id.equals(Flow.ID);
          case CONCEPTSCHEME -> found |= any || id.equals(Flow.CONCEPTS);
          case CODELIST -> {
            structures.codelists().stream().filter(it -> any || it.equals(id)).forEach(lists::add);
            found |= !lists.isEmpty();
          }
        }
      }
    }
    return found;
  }

  /**
   * The dataflow refers to the structure, the structure to concepts and code lists, and that is
   * all.
   */
  private void refer(String references, Set<StructureKind> kinds, Set<String> lists) {
    boolean flow = kinds.contains(StructureKind.DATAFLOW);
    boolean structure = kinds.contains(StructureKind.DATASTRUCTURE);
    switch (references) {
      case "none" -> {
        // Only what was asked for.
      }
      case "children" -> {
        if (flow) {
          kinds.add(StructureKind.DATASTRUCTURE);
        }
        if (structure) {
          addItems(kinds, lists);
        }
      }
      case "descendants" -> {
        if (flow || structure) {
          kinds.add(StructureKind.DATASTRUCTURE);
          addItems(kinds, lists);
        }
      }
      case "parents", "parentsandsiblings" -> {
        boolean siblings = references.equals("parentsandsiblings");
        if (structure) {
          kinds.add(StructureKind.DATAFLOW);
        }
        if (!flow && !structure) {
          kinds.add(StructureKind.DATASTRUCTURE);
          if (siblings) {
            addItems(kinds, lists);
          }
        }
      }
      case "all" -> {
        kinds.addAll(EnumSet.allOf(StructureKind.class));
        lists.addAll(structures.codelists());
      }
      default -> {
        Optional<StructureKind> kind =
            Arrays.stream(StructureKind.values())
                .filter(it -> it.name().toLowerCase(Locale.ROOT).equals(references))
                .findFirst();
        if (kind.isEmpty()) {
          throw SdmxRefusal.notImplemented("references=" + references);
        }
        kinds.add(kind.get());
        if (kind.get() == StructureKind.CODELIST) {
          lists.addAll(structures.codelists());
        }
      }
    }
  }

  private void addItems(Set<StructureKind> kinds, Set<String> lists) {
    kinds.add(StructureKind.CODELIST);
    kinds.add(StructureKind.CONCEPTSCHEME);
    lists.addAll(structures.codelists());
  }
}
