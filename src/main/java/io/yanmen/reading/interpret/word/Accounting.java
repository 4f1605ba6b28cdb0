package io.yanmen.reading.interpret.word;

import io.yanmen.evidence.Evidence;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Takes texts apart completely, so that no word near a figure is passed over: of all ways to divide
 * a text into known pieces that which leaves least over, and then the one with fewest pieces.
 */
final class Accounting {
  private static final int REMEMBERED = 20_000;

  private record Asked(String text, Place place) {}

  /** How well the rest of a text can be divided from a place on. */
  private record Way(int leftover, int pieces, int unlikely, Piece first) {
    boolean isBetterThan(Way other) {
      if (leftover != other.leftover) {
        return leftover < other.leftover;
      }
      return pieces != other.pieces ? pieces < other.pieces : unlikely < other.unlikely;
    }
  }

  private final Lexicon lexicon;
  private final TextReader texts;
  private final Neighbours neighbours;
  private final Map<Asked, Account> known = new ConcurrentHashMap<>();

  Accounting(Lexicon lexicon, TextReader texts) {
    this.lexicon = lexicon;
    this.texts = texts;
    this.neighbours = new Neighbours(lexicon::isProgress);
  }

  /**
   * @param plain in the form of {@link io.yanmen.catalog.NameNormalForm#of}
   */
  Account take(String plain, Place place) {
    Asked asked = new Asked(plain, place);
    Account account = known.get(asked);
    if (account == null) {
      account = taken(plain, place);
      if (known.size() >= REMEMBERED) {
        known.clear();
      }
      known.put(asked, account);
    }
    return account;
  }

  private Account taken(String plain, Place place) {
    List<Piece> pieces = neighbours.judged(divided(plain, place));
    return new Account(plain, readWhole(plain, pieces));
  }

  private List<Piece> divided(String plain, Place place) {
    int length = plain.length();
    List<Way> ways = new ArrayList<>(Collections.nCopies(length + 1, null));
    for (int from = length - 1; from >= 0; from--) {
      Piece unknown =
          new Piece(Piece.Kind.LEFTOVER, plain.substring(from, from + 1), from, from + 1);
      Way best = before(unknown, ways);
      for (Piece piece : lexicon.at(plain, from, place)) {
        Way way = before(piece, ways);
        if (way.isBetterThan(best)) {
          best = way;
        }
      }
      ways.set(from, best);
    }
    List<Piece> pieces = new ArrayList<>();
    for (int at = 0; at < length; at = pieces.get(pieces.size() - 1).end()) {
      pieces.add(Objects.requireNonNull(ways.get(at)).first());
    }
    return pieces;
  }

  private static Way before(Piece piece, List<Way> ways) {
    Way rest = piece.end() < ways.size() - 1 ? ways.get(piece.end()) : null;
    boolean unknown = piece.is(Piece.Kind.LEFTOVER);
    return new Way(
        (unknown ? piece.length() : 0) + (rest == null ? 0 : rest.leftover()),
        1 + (rest == null ? 0 : rest.pieces()),
        piece.kind().unlikely() + (rest == null ? 0 : rest.unlikely()),
        piece);
  }

  /**
   * Where something is left over, the words between area, period and kind of document may still be
   * a name as a whole, as a head or label is read: 固定资产投资(不含农户)同比增长.
   */
  private List<Piece> readWhole(String plain, List<Piece> pieces) {
    List<Piece> all = new ArrayList<>();
    int at = 0;
    while (at < pieces.size()) {
      int end = at;
      boolean left = false;
      while (end < pieces.size() && mayBeOfName(pieces.get(end))) {
        left |= pieces.get(end).is(Piece.Kind.LEFTOVER);
        end++;
      }
      if (left && isName(plain.substring(pieces.get(at).start(), pieces.get(end - 1).end()))) {
        int from = pieces.get(at).start();
        int to = pieces.get(end - 1).end();
        all.add(new Piece(Piece.Kind.INDICATOR, plain.substring(from, to), from, to));
        at = end;
      } else if (end > at) {
        all.addAll(pieces.subList(at, end));
        at = end;
      } else {
        all.add(pieces.get(at));
        at++;
      }
    }
    return all;
  }

  private static boolean mayBeOfName(Piece piece) {
    return switch (piece.kind()) {
      case LEFTOVER,
          INDICATOR,
          UNIT,
          MEASURE,
          MEASURE_LIST,
          FIELD,
          GENERIC,
          ACCUMULATION,
          CONNECTIVE ->
          true;
      default -> false;
    };
  }

  private boolean isName(String words) {
    Evidence read = texts.read(words, "");
    return texts.understands(read) && read.indicator().isPresent() && read.area().isEmpty();
  }
}
