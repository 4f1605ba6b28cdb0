package io.yanmen.interpret;

import io.yanmen.evidence.Facets;
import java.util.Arrays;
import java.util.IdentityHashMap;
import org.jspecify.annotations.Nullable;

/**
 * What labels say side by side, put together once for each combination that a table has. Labels are
 * told by being the same object, as {@link LabelMemory} keeps them.
 */
final class LabelPaths {
  // A combination takes some hundred bytes; where there are more, they are put together again.
  private static final int MOST = 50_000;

  private Together nothing = new Together(Facets.NONE);
  private int made;

  /** Before the first label of a row. */
  Together nothing() {
    if (made > MOST) {
      nothing = new Together(Facets.NONE);
      made = 0;
    }
    return nothing;
  }

  /** What the labels so far say together. */
  @SuppressWarnings("ReferenceEquality") // Labels are known by identity: that is the point here.
  final class Together {
    private static final Facets[] NONE_YET = {};

    private final Facets facets;
    private @Nullable Facets lastLabel;
    private @Nullable Together lastBeside;
    private @Nullable IdentityHashMap<Facets, Together> besides;
    private @Nullable Facets alone;
    private Facets section = Facets.NONE;
    // From the first place on: groups of columns may stand far to the right, thousands of them.
    private @Nullable Facets[] merged = NONE_YET;
    private int base;

    private Together(Facets facets) {
      this.facets = facets;
    }

    Facets facets() {
      return facets;
    }

    /** With one more label. */
    Together beside(Facets label) {
      if (label == Facets.NONE) {
        return this;
      }
      Together both = lastBeside;
      if (both == null || label != lastLabel) {
        both = other(label);
        lastLabel = label;
        lastBeside = both;
      }
      return both;
    }

    /** The map is made for the second label only: most labels are followed by the same one. */
    private Together other(Facets label) {
      IdentityHashMap<Facets, Together> known = besides;
      if (lastBeside != null && known == null) {
        known = new IdentityHashMap<>();
        known.put(lastLabel, lastBeside);
        besides = known;
      }
      Together both = known == null ? null : known.get(label);
      if (both == null) {
        both = new Together(facets.beside(label));
        made++;
        if (known != null) {
          known.put(label, both);
        }
      }
      return both;
    }

    /** The indicator or the unknown words alone, as rows below inherit them. */
    Facets subject() {
      Facets subject = alone;
      if (subject == null) {
        subject =
            facets.indicator().isPresent()
                ? Facets.NONE.withIndicator(facets.indicator())
                : Facets.NONE.withUnknown(facets.unknown());
        alone = subject;
      }
      return subject;
    }

    /** What was kept for a place below the present line between rows; null if nothing. */
    @Nullable Facets kept(int place, Facets below) {
      int at = place - base;
      return below == section && at >= 0 && at < merged.length ? merged[at] : null;
    }

    void keep(int place, Facets below, Facets evidence) {
      if (below != section) {
        merged = NONE_YET;
        section = below;
      }
      if (merged.length == 0) {
        base = place;
      } else if (place < base) {
        @Nullable Facets[] wider = new Facets[merged.length + base - place];
        System.arraycopy(merged, 0, wider, base - place, merged.length);
        merged = wider;
        base = place;
      }
      int at = place - base;
      if (at >= merged.length) {
        merged = Arrays.copyOf(merged, Math.max(at + 1, merged.length * 2));
      }
      merged[at] = evidence;
      made++;
    }
  }
}
