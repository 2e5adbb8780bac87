package io.shelfwise.gateway.http;

import com.google.gson.JsonObject;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.shelfwise.gateway.GatewayServers;
import io.shelfwise.gateway.forward.Readiness;
import io.shelfwise.gateway.forward.Readiness.State;
import io.shelfwise.gateway.openapi.OpenApi;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The pages that are no rpc's: where to begin, what there is, and how the services are. */
@Singleton
final class Pages {
  static final String HEALTH = "/health";
  private static final String START = "/";
  private static final String OPEN_API = "/openapi.json";

  private final GatewayServers servers;
  private final Readiness readiness;
  private final Provider<OpenApi> openApi;

  Pages(GatewayServers servers, Readiness readiness, Provider<OpenApi> openApi) {
    this.servers = servers;
    this.readiness = readiness;
    this.openApi = openApi;
  }

  /** The page at a path, if there is one. */
  Optional<HttpResponse<String>> at(String path) {
    return switch (path) {
      case START -> Optional.of(json(HttpStatus.OK, start()));
      case OPEN_API -> Optional.of(json(HttpStatus.OK, openApi.get().document()));
      case HEALTH -> Optional.of(health());
      default -> Optional.empty();
    };
  }

  private static String start() {
    JsonObject page = new JsonObject();
    page.addProperty("name", "Shelfwise");
    page.addProperty("api", OPEN_API);
    page.addProperty("health", HEALTH);
    return page.toString();
  }

  /** Whether the gateway and each service behind it can answer: 200 if all can, else 503. */
  private HttpResponse<String> health() {
    Map<String, State> states = new TreeMap<>(readiness.ofServices());
    states.put("gateway", servers.ready() ? State.READY : State.NOT_READY);
    boolean ready = states.values().stream().allMatch(State.READY::equals);
    JsonObject services = new JsonObject();
    states.forEach((service, state) -> services.addProperty(service, state.name()));
    JsonObject page = new JsonObject();
    page.addProperty("ready", ready);
    page.add("services", services);
    return json(ready ? HttpStatus.OK : HttpStatus.SERVICE_UNAVAILABLE, page.toString());
  }

  private static HttpResponse<String> json(HttpStatus status, String body) {
    return HttpResponse.<String>status(status)
        .contentType(MediaType.APPLICATION_JSON_TYPE)
        .body(body);
  }
}
