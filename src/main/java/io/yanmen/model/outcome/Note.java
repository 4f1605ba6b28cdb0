package io.yanmen.model.outcome;

import java.util.List;

/**
 * Something in a file that is no error but that a person should know.
 *
 * @param code names the message, see {@code messages}: {@code HIDDEN_SHEET}, {@code HIDDEN_ROWS}
 * @param arguments what the message needs, in its order
 */
public record Note(String code, List<String> arguments) {
  public Note {
    arguments = List.copyOf(arguments);
  }
}
