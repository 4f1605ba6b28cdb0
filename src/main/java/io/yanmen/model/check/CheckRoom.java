package io.yanmen.model.check;

import io.yanmen.model.outcome.RejectionCode;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A package of checks, each a class named after its code: {@code NEGATIVE_VALUE} is {@code
 * NegativeValue}. A check is added by a code with its messages, and a class of that name; there is
 * no list to enter it in.
 */
public final class CheckRoom {
  private CheckRoom() {}

  /**
   * The checks that are there, in the order of their codes.
   *
   * @param kind what they all are; they are looked for in the package {@code rule} below its own
   * @throws IllegalStateException if a class of that name is no such check, or another's
   */
  public static <T extends Check> List<T> of(Class<T> kind) {
    return Arrays.stream(RejectionCode.values())
        .flatMap(code -> find(kind, code).stream())
        .toList();
  }

  private static <T extends Check> Optional<T> find(Class<T> kind, RejectionCode code) {
    String name = kind.getPackageName() + ".rule." + className(code);
    try {
      T check =
          Class.forName(name, true, kind.getClassLoader())
              .asSubclass(kind)
              .getConstructor()
              .newInstance();
      if (check.code() != code) {
        throw new IllegalStateException(name + " says that it is " + check.code());
      }
      return Optional.of(check);
    } catch (ClassNotFoundException e) {
      return Optional.empty();
    } catch (ReflectiveOperationException | ClassCastException e) {
      throw new IllegalStateException(name + " cannot be made as a check of its room", e);
    }
  }

  /** The simple name of the class of a check. */
  public static String className(RejectionCode code) {
    return Arrays.stream(code.name().split("_"))
        .map(word -> word.charAt(0) + word.substring(1).toLowerCase(Locale.ROOT))
        .collect(Collectors.joining());
  }
}
