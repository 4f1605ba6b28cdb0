package io.yanmen.reading.interpret.label;

import io.yanmen.evidence.Evidence;
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

  private Together nothing = new Together(Evidence.NONE, Evidence.NONE);
  private int made;

  /** Before the first label of a row. */
  Together nothing() {
    if (made > MOST) {
      nothing = new Together(Evidence.NONE, Evidence.NONE);
      made = 0;
    }
    return nothing;
  }

  /**
   * What the labels so far say together. Tables repeat the order of their labels: what came after
   * this one among its neighbours is asked for first, and what is kept for one place stands in the
   * object itself, because with tens of thousands of combinations each further object that a figure
   * asks is one that the processor has to fetch from afar.
   */
  @SuppressWarnings("ReferenceEquality") // Labels are known by identity: that is the point here.
  final class Together {
    private static final Evidence[] NONE_YET = {};

    private final Evidence facets;
    private final Evidence label;
    private @Nullable Together follower;
    private @Nullable Together lastBeside;
    private @Nullable IdentityHashMap<Evidence, Together> besides;
    private @Nullable Evidence alone;
    private Evidence section = Evidence.NONE;
    private int onlyPlace = -1;
    private Evidence onlyKept = Evidence.NONE;
    // From the first place on: groups of columns may stand far to the right, thousands of them.
    private @Nullable Evidence[] merged = NONE_YET;
    private int base;

    /**
     * @param label the last of the labels
     */
    private Together(Evidence facets, Evidence label) {
      this.facets = facets;
      this.label = label;
    }

    Evidence facets() {
      return facets;
    }

    /** With one more label. */
    Together beside(Evidence label) {
      if (label == Evidence.NONE) {
        return this;
      }
      Together last = lastBeside;
      if (last != null && last.label == label) {
        return last;
      }
      Together both = last == null ? null : last.follower;
      if (both == null || both.label != label) {
        both = other(label, last);
        if (last != null) {
          last.follower = both;
        }
      }
      lastBeside = both;
      return both;
    }

    /** The map is made for the second label only: most labels are followed by the same one. */
    private Together other(Evidence label, @Nullable Together last) {
      IdentityHashMap<Evidence, Together> known = besides;
      if (last != null && known == null) {
        known = new IdentityHashMap<>();
        known.put(last.label, last);
        besides = known;
      }
      Together both = known == null ? null : known.get(label);
      if (both == null) {
        both = new Together(facets.beside(label), label);
        made++;
        if (known != null) {
          known.put(label, both);
        }
      }
      return both;
    }

    /** The indicator or the unknown words alone, as rows below inherit them. */
    Evidence subject() {
      Evidence subject = alone;
      if (subject == null) {
        subject =
            facets.namesIndicator()
                ? facets.onlyIndicator()
                : Evidence.NONE.withUnknown(facets.unknown());
        alone = subject;
      }
      return subject;
    }

    /** What was kept for a place below the present line between rows; null if nothing. */
    @Nullable Evidence kept(int place, Evidence below) {
      if (below != section) {
        return null;
      }
      if (place == onlyPlace) {
        return onlyKept;
      }
      int at = place - base;
      return at >= 0 && at < merged.length ? merged[at] : null;
    }

    void keep(int place, Evidence below, Evidence evidence) {
      if (below != section) {
        merged = NONE_YET;
        onlyPlace = -1;
        section = below;
      }
      made++;
      if (onlyPlace < 0) {
        onlyPlace = place;
        onlyKept = evidence;
        return;
      }
      if (merged.length == 0) {
        base = place;
      } else if (place < base) {
        @Nullable Evidence[] wider = new Evidence[merged.length + base - place];
        System.arraycopy(merged, 0, wider, base - place, merged.length);
        merged = wider;
        base = place;
      }
      int at = place - base;
      if (at >= merged.length) {
        merged = Arrays.copyOf(merged, Math.max(at + 1, merged.length * 2));
      }
      merged[at] = evidence;
    }
  }
}
