package io.yanmen.reading.feed.format;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.yanmen.reading.feed.message.FeedLimits;
import io.yanmen.reading.feed.message.JsonText;
import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The outer members of a JSON message, as far as they have been looked at: of an object its own, of
 * an array those of its first element.
 */
public final class JsonOutline {
  private final boolean array;
  private final Map<String, String> texts = new HashMap<>();
  private final Map<String, Set<String>> members = new HashMap<>();
  private boolean whole;

  private JsonOutline(boolean array) {
    this.array = array;
  }

  /**
   * Looks at a message until it has been seen enough of.
   *
   * @param json its first token is current
   * @param enough is asked after each member, and at the end
   * @return whether it was seen enough of
   */
  public static boolean look(JsonParser json, Predicate<JsonOutline> enough) throws IOException {
    JsonOutline outline = new JsonOutline(json.currentToken() == JsonToken.START_ARRAY);
    if (outline.array && json.nextToken() != JsonToken.START_OBJECT) {
      return false;
    }
    while (JsonText.nextMember(json)) {
      String name = json.currentName();
      Optional<Set<String>> inner = Optional.empty();
      outline.add(name, json.getText());
      if (!outline.array) {
        if (enough.test(outline)) {
          return true;
        }
        if (JsonText.isObject(json)) {
          inner = Optional.of(names(json));
        }
      }
      if (inner.isPresent()) {
        outline.members.put(name, inner.get());
        if (enough.test(outline)) {
          return true;
        }
      }
      json.skipChildren();
    }
    outline.whole = true;
    return enough.test(outline);
  }

  private void add(String name, String text) {
    if (texts.size() < FeedLimits.DIMENSIONS) {
      texts.put(name, text);
    }
  }

  /** The names of the present object's members, which is left behind. */
  private static Set<String> names(JsonParser json) throws IOException {
    Set<String> names = new HashSet<>();
    while (JsonText.nextMember(json)) {
      if (names.size() < FeedLimits.DIMENSIONS) {
        names.add(json.currentName());
      }
      json.skipChildren();
    }
    return names;
  }

  public boolean isArray() {
    return array;
  }

  /** Whether all members have been seen. */
  public boolean isWhole() {
    return whole;
  }

  public Set<String> names() {
    return Set.copyOf(texts.keySet());
  }

  public boolean has(String member) {
    return texts.containsKey(member);
  }

  /** What a member says, if it is neither object nor array; empty where it is not there. */
  public String text(String member) {
    return texts.getOrDefault(member, "");
  }

  /** The names within a member that is an object. */
  public Set<String> within(String member) {
    return members.getOrDefault(member, Set.of());
  }

  /** Whether the names within any member that is an object are such. */
  public boolean anyWithin(Predicate<Set<String>> such) {
    return members.values().stream().anyMatch(such);
  }
}
