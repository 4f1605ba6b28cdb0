package io.yanmen.console.sdmx;

import io.yanmen.console.web.Reply;
import io.yanmen.console.web.Request;
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
  enum Kind {
    DATAFLOW,
    CODELIST,
    CONCEPTSCHEME,
    DATASTRUCTURE
  }

  Reply answer(Request request) throws IOException {
    for (String name : request.query().values().keySet()) {
      if (!KNOWN.contains(name)) {
        throw SdmxRefusal.syntax("没有参数 " + name, "there is no parameter " + name);
      }
    }
    String resource = request.query().first("resource").orElse("").toLowerCase(Locale.ROOT);
    Optional<Kind> kind =
        Arrays.stream(Kind.values())
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
    Set<Kind> kinds = everything ? EnumSet.allOf(Kind.class) : EnumSet.of(kind.get());
    Set<String> lists = new TreeSet<>();
    if (!chooses(request, kinds, lists)) {
      return SdmxErrors.of(404, "", request);
    }
    refer(request.query().first("references").orElse("none"), kinds, lists);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    structures.write(out, kinds, lists, clock.instant());
    return Reply.of(200, TYPE, out.toByteArray());
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
      throw new SdmxRefusal(406, "可提供：" + TYPE, "served is: " + TYPE);
    }
  }

  /** Whether there is what is asked for; adds the code lists that are. */
  private boolean chooses(Request request, Set<Kind> kinds, Set<String> lists) {
    List<String> ids =
        List.of(request.query().first("id").orElse("all").replaceAll("(?i)%2B", "+").split("\\+"));
    boolean found = false;
    for (Kind kind : List.copyOf(kinds)) {
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
  private void refer(String references, Set<Kind> kinds, Set<String> lists) {
    boolean flow = kinds.contains(Kind.DATAFLOW);
    boolean structure = kinds.contains(Kind.DATASTRUCTURE);
    switch (references) {
      case "none" -> {
        // Only what was asked for.
      }
      case "children" -> {
        if (flow) {
          kinds.add(Kind.DATASTRUCTURE);
        }
        if (structure) {
          addItems(kinds, lists);
        }
      }
      case "descendants" -> {
        if (flow || structure) {
          kinds.add(Kind.DATASTRUCTURE);
          addItems(kinds, lists);
        }
      }
      case "parents", "parentsandsiblings" -> {
        boolean siblings = references.equals("parentsandsiblings");
        if (structure) {
          kinds.add(Kind.DATAFLOW);
        }
        if (!flow && !structure) {
          kinds.add(Kind.DATASTRUCTURE);
          if (siblings) {
            addItems(kinds, lists);
          }
        }
      }
      case "all" -> {
        kinds.addAll(EnumSet.allOf(Kind.class));
        lists.addAll(structures.codelists());
      }
      default -> {
        Optional<Kind> kind =
            Arrays.stream(Kind.values())
                .filter(it -> it.name().toLowerCase(Locale.ROOT).equals(references))
                .findFirst();
        if (kind.isEmpty()) {
          throw SdmxRefusal.notImplemented("references=" + references);
        }
        kinds.add(kind.get());
        if (kind.get() == Kind.CODELIST) {
          lists.addAll(structures.codelists());
        }
      }
    }
  }

  private void addItems(Set<Kind> kinds, Set<String> lists) {
    kinds.add(Kind.CODELIST);
    kinds.add(Kind.CONCEPTSCHEME);
    lists.addAll(structures.codelists());
  }
}
