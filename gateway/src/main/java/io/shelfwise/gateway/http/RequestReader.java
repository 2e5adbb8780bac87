package io.shelfwise.gateway.http;

import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Message;
import io.shelfwise.gateway.route.PathTemplate.Variable;
import io.shelfwise.gateway.route.Route;
import io.shelfwise.gateway.route.RouteTable.Found.Match;
import io.shelfwise.rpc.ApiException;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** Makes the message of a rpc of what a request brings. */
final class RequestReader {
  private static final String PATCH = "PATCH";
  private static final String BODY = "the body";

  private RequestReader() {}

  /**
   * The request of a rpc.
   *
   * @param query as it came, percent-encoded; empty if there is none
   * @param body JSON; empty if the route takes none
   * @throws ApiException INVALID_ARGUMENT names the field and the rule
   */
  static Message read(Match match, String query, String body) {
    Route route = match.route();
    Message.Builder request = route.rpc().request().newBuilderForType();
    switch (route.body()) {
      case "" -> QueryReader.read(query, request, bound(route));
      case Route.WHOLE -> {
        requireNone(query);
        MessageReader.read(body, BODY, "", request);
      }
      default -> {
        QueryReader.read(query, request, bound(route));
        FieldDescriptor field = field(request, route.body());
        Message.Builder resource = request.getFieldBuilder(field);
        MessageReader.read(body, BODY, route.body() + ".", resource);
        if (route.method().equals(PATCH)) {
          UpdateMask.complete(request, field, body, boundIn(route));
        }
      }
    }
    fillFromPath(match, request);
    return request.build();
  }

  /**
   * The request that a line of a stream is.
   *
   * @param where what the line is called in an error
   */
  static Message readLine(Match match, String line, String where) {
    Message.Builder request = match.route().rpc().request().newBuilderForType();
    MessageReader.read(line, where, where + ": ", request);
    fillFromPath(match, request);
    return request.build();
  }

  /** What the path says goes before what the body says. */
  private static void fillFromPath(Match match, Message.Builder request) {
    for (Variable variable : match.route().path().variables()) {
      Message.Builder into = request;
      List<String> path = List.of(variable.field().split("\\.", -1));
      for (String name : path.subList(0, path.size() - 1)) {
        into = into.getFieldBuilder(field(into, name));
      }
      into.setField(field(into, path.getLast()), variable.in(match.segments()));
    }
  }

  private static Set<String> bound(Route route) {
    Set<String> bound = new HashSet<>();
    route.path().variables().forEach(variable -> bound.add(variable.field()));
    bound.add(route.body());
    return bound;
  }

  /** The field of the body's message that the path gives. */
  private static String boundIn(Route route) {
    String prefix = route.body() + ".";
    return route.path().variables().stream()
        .map(Variable::field)
        .filter(field -> field.startsWith(prefix))
        .map(field -> field.substring(prefix.length()))
        .findFirst()
        .orElse("");
  }

  /** Where the body is the whole request, nothing is left for the query. */
  static void requireNone(String query) {
    if (!query.isEmpty()) {
      throw ApiException.invalid("query", "be empty: all fields are in the path and the body");
    }
  }

  private static FieldDescriptor field(Message.Builder message, String name) {
    return Objects.requireNonNull(message.getDescriptorForType().findFieldByName(name), name);
  }
}
