package io.shelfwise.gateway.route;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The path of a {@code google.api.http} annotation, such as {@code /v1/{name=stores/*}:export}.
 *
 * @param segments what stands between the slashes: a word, or {@value #ANY} for an id
 * @param verb what stands after the colon; empty if there is none
 * @param variables which segments give which field
 */
public record PathTemplate(List<String> segments, String verb, List<Variable> variables) {
  /** The segment that takes any id. */
  public static final String ANY = "*";

  private static final Pattern PART =
      Pattern.compile(
          "\\G/(?:\\{(?<field>[a-z0-9_.]+)(?:=(?<segments>[^{}]+))?}|(?<word>[^/{}:]+))");
  private static final Pattern VERB = Pattern.compile("\\G:(?<verb>[A-Za-z]+)");

  public PathTemplate {
    segments = List.copyOf(segments);
    variables = List.copyOf(variables);
  }

  /**
   * A field that the path gives.
   *
   * @param field the field's path in the request, such as {@code customer.name}
   * @param from its first segment
   * @param to the one after its last
   */
  public record Variable(String field, int from, int to) {
    /** The field's value in a path. */
    public String in(List<String> path) {
      return String.join("/", path.subList(from, to));
    }
  }

  /**
   * Reads a template.
   *
   * @throws IllegalArgumentException if it is not of the form that is supported, which is all but
   *     {@code **}
   */
  public static PathTemplate parse(String template) {
    List<String> segments = new ArrayList<>();
    List<Variable> variables = new ArrayList<>();
    Matcher part = PART.matcher(template);
    int end = 0;
    while (part.find()) {
      int from = segments.size();
      if (part.group("field") == null) {
        segments.add(part.group("word"));
      } else {
        String inner = part.group("segments");
        segments.addAll(List.of((inner == null ? ANY : inner).split("/", -1)));
        variables.add(new Variable(part.group("field"), from, segments.size()));
      }
      end = part.end();
    }
    Matcher verb = VERB.matcher(template);
    boolean hasVerb = verb.find(end);
    if (segments.isEmpty()
        || segments.stream().anyMatch(PathTemplate::isUnsupported)
        || (hasVerb ? verb.end() : end) != template.length()) {
      throw new IllegalArgumentException(
          "path: " + template + " (expected: /word/{field=word/*}:verb)");
    }
    return new PathTemplate(segments, hasVerb ? verb.group("verb") : "", variables);
  }

  private static boolean isUnsupported(String segment) {
    return segment.isEmpty() || (segment.contains(ANY) && !segment.equals(ANY));
  }

  /** The template with every variable spelled out, as {@code /v1/stores/*:export}. */
  @Override
  public String toString() {
    return "/" + String.join("/", segments) + (verb.isEmpty() ? "" : ":" + verb);
  }
}
