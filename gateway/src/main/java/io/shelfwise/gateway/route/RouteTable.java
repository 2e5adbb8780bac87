package io.shelfwise.gateway.route;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Finds the route of a request in one walk down a tree of path segments. A word goes before an id,
 * so the most specific route wins; a verb goes before a colon in an id.
 */
public final class RouteTable {

  /** What was found for a request. */
  public sealed interface Found {
    /**
     * A route.
     *
     * @param segments the path's segments, from which the route takes its fields
     */
    record Match(Route route, List<String> segments) implements Found {}

    /** The path is there, for these methods. */
    record OtherMethods(NavigableSet<String> methods) implements Found {}

    /** No such path. */
    record Nothing() implements Found {}
  }

  private final Node root = new Node();

  /**
   * A table of routes.
   *
   * @throws IllegalArgumentException if two routes are the same
   */
  public RouteTable(List<Route> routes) {
    routes.forEach(this::add);
  }

  private void add(Route route) {
    Node node = root;
    for (String segment : route.path().segments()) {
      node = node.child(segment);
    }
    Route other =
        node.routes
            .computeIfAbsent(route.path().verb(), verb -> new TreeMap<>())
            .putIfAbsent(route.method(), route);
    if (other != null) {
      throw new IllegalArgumentException(
          "routes: "
              + other.rpc().method().getFullMethodName()
              + " and "
              + route.rpc().method().getFullMethodName()
              + " are both "
              + route.method()
              + " "
              + route.path());
    }
  }

  /** What a request's method and path lead to. */
  public Found find(String method, RequestPath path) {
    NavigableSet<String> others = new TreeSet<>();
    if (!path.verb().isEmpty()) {
      Route route = root.find(method, path.segments(), 0, path.verb(), others);
      if (route != null) {
        return new Found.Match(route, path.segments());
      }
    }
    List<String> segments = path.segmentsWithoutVerb();
    Route route = root.find(method, segments, 0, "", others);
    if (route != null) {
      return new Found.Match(route, segments);
    }
    return others.isEmpty() ? new Found.Nothing() : new Found.OtherMethods(others);
  }

  /** A segment of a path, and what may follow it. */
  private static final class Node {
    private final Map<String, Node> words = new HashMap<>();
    private @Nullable Node any;

    /** The routes that end here, by verb and method. */
    private final Map<String, NavigableMap<String, Route>> routes = new HashMap<>();

    Node child(String segment) {
      if (!segment.equals(PathTemplate.ANY)) {
        return words.computeIfAbsent(segment, word -> new Node());
      }
      Node child = any == null ? new Node() : any;
      any = child;
      return child;
    }

    @Nullable Route find(
        String method, List<String> path, int at, String verb, NavigableSet<String> others) {
      if (at == path.size()) {
        NavigableMap<String, Route> here = routes.get(verb);
        if (here == null) {
          return null;
        }
        others.addAll(here.keySet());
        return here.get(method);
      }
      String segment = path.get(at);
      Node word = words.get(segment);
      Route route = word == null ? null : word.find(method, path, at + 1, verb, others);
      return route == null && any != null && !segment.isEmpty()
          ? any.find(method, path, at + 1, verb, others)
          : route;
    }
  }
}
