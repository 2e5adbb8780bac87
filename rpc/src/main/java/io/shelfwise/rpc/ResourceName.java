package io.shelfwise.rpc;

import java.util.ArrayList;
import java.util.List;

/**
 * The form of a resource name, such as {@code stores/{store}/customers/{customer}}: fixed words and
 * ids in turn.
 *
 * <p>An id is 1 to 128 characters of {@code A-Z a-z 0-9 . _ : -}; so a name never needs escaping,
 * neither in a URL nor in a key. A {@code -} alone is no id: it stands for every one of its kind.
 */
public final class ResourceName {
  private static final int LONGEST_ID = 128;

  private final String pattern;
  private final String[] segments;

  private ResourceName(String pattern) {
    this.pattern = pattern;
    this.segments = pattern.split("/", -1);
  }

  /** A form, ids in braces. */
  public static ResourceName of(String pattern) {
    return new ResourceName(pattern);
  }

  /** Whether {@code text} is an id. */
  public static boolean isId(String text) {
    if (text.isEmpty() || text.length() > LONGEST_ID || text.equals("-")) {
      return false;
    }
    for (int i = 0; i < text.length(); i++) {
      if (!mayBeInId(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  /** Every event has several ids, so this is no pattern. */
  private static boolean mayBeInId(char c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || c == '.'
        || c == '_'
        || c == ':'
        || c == '-';
  }

  /**
   * The ids in a name, in order.
   *
   * @param field the request's field that holds the name, for the error
   * @throws ApiException INVALID_ARGUMENT if the name has another form
   */
  public List<String> parse(String field, String name) {
    List<String> ids = idsIn(name);
    if (ids.isEmpty()) {
      throw ApiException.invalid(
          field,
          "be "
              + pattern
              + " with ids of 1 to 128 characters of A-Z a-z 0-9 . _ : - that are not - alone");
    }
    return ids;
  }

  /** Whether the name has this form. */
  public boolean matches(String name) {
    return !idsIn(name).isEmpty();
  }

  private List<String> idsIn(String name) {
    String[] parts = name.split("/", -1);
    if (parts.length != segments.length) {
      return List.of();
    }
    List<String> ids = new ArrayList<>(parts.length / 2);
    for (int i = 0; i < parts.length; i++) {
      if (!segments[i].startsWith("{")) {
        if (!segments[i].equals(parts[i])) {
          return List.of();
        }
      } else if (isId(parts[i])) {
        ids.add(parts[i]);
      } else {
        return List.of();
      }
    }
    return ids;
  }

  /** The name with these ids. */
  public String format(String... ids) {
    StringBuilder name = new StringBuilder(pattern.length() + 32);
    int next = 0;
    for (String segment : segments) {
      if (!name.isEmpty()) {
        name.append('/');
      }
      name.append(segment.startsWith("{") ? ids[next++] : segment);
    }
    if (next != ids.length) {
      throw new IllegalArgumentException("ids: " + ids.length + " (expected: " + next + ")");
    }
    return name.toString();
  }

  @Override
  public String toString() {
    return pattern;
  }
}
