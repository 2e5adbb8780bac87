package io.shelfwise.gateway.route;

import com.google.api.AnnotationsProto;
import com.google.api.HttpRule;
import io.shelfwise.gateway.forward.PublicService;
import java.util.List;
import java.util.stream.Stream;

/**
 * One way over HTTP to a rpc.
 *
 * @param rpc what is called
 * @param method the HTTP method
 * @param path the form of the path
 * @param body which field the body is: {@value #WHOLE} for the request itself, empty for none
 */
public record Route(Rpc rpc, String method, PathTemplate path, String body) {
  /** The body that is the whole request. */
  public static final String WHOLE = "*";

  public Route {
    if (!rpc.method().getType().serverSendsOneMessage()) {
      throw new IllegalArgumentException(
          "route of "
              + rpc.method().getFullMethodName()
              + ": it answers a stream (expected: one message)");
    }
  }

  /** Every route there is to a public rpc, as the protos say. */
  public static List<Route> all() {
    return PublicService.ALL.stream()
        .flatMap(service -> service.rpcs().stream().map(rpc -> Rpc.of(service.owner(), rpc)))
        .flatMap(Route::of)
        .toList();
  }

  private static Stream<Route> of(Rpc rpc) {
    HttpRule rule = rpc.schema().getOptions().getExtension(AnnotationsProto.http);
    return Stream.concat(Stream.of(rule), rule.getAdditionalBindingsList().stream())
        .map(binding -> of(rpc, binding));
  }

  private static Route of(Rpc rpc, HttpRule rule) {
    return switch (rule.getPatternCase()) {
      case GET -> of(rpc, "GET", rule.getGet(), rule);
      case PUT -> of(rpc, "PUT", rule.getPut(), rule);
      case POST -> of(rpc, "POST", rule.getPost(), rule);
      case DELETE -> of(rpc, "DELETE", rule.getDelete(), rule);
      case PATCH -> of(rpc, "PATCH", rule.getPatch(), rule);
      case CUSTOM, PATTERN_NOT_SET ->
          throw new IllegalArgumentException(
              "route of " + rpc.method().getFullMethodName() + ": " + rule.getPatternCase());
    };
  }

  private static Route of(Rpc rpc, String method, String path, HttpRule rule) {
    return new Route(rpc, method, PathTemplate.parse(path), rule.getBody());
  }
}
