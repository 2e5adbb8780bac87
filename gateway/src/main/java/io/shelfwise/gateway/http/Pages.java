package io.shelfwise.gateway.http;

import com.google.gson.JsonObject;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.shelfwise.gateway.GatewayServers;
import io.shelfwise.gateway.forward.Readiness;
import jakarta.inject.Singleton;

/** The pages that are no rpc's: where to begin, and how the services are. */
@Singleton
final class Pages {
  static final String HEALTH = "/health";
  private static final String START = "/";

  private final GatewayServers servers;
  private final Readiness readiness;

  Pages(GatewayServers servers, Readiness readiness) {
    this.servers = servers;
    this.readiness = readiness;
  }

  boolean has(String path) {
    return path.equals(START);
  }

  HttpResponse<String> page(String path) {
    JsonObject page = new JsonObject();
    page.addProperty("name", "Shelfwise");
    return HttpResponse.ok(page.toString()).contentType(MediaType.APPLICATION_JSON_TYPE);
  }

  /** Whether the gateway and each service behind it can answer: 200 if all can, else 503. */
  HttpResponse<String> health() {
    JsonObject services = new JsonObject();
    services.addProperty("gateway", servers.ready() ? "READY" : "NOT_READY");
    readiness.ofServices().forEach((service, state) -> services.addProperty(service, state.name()));
    boolean all =
        services.asMap().values().stream().allMatch(state -> state.getAsString().equals("READY"));
    JsonObject page = new JsonObject();
    page.addProperty("ready", all);
    page.add("services", services);
    return HttpResponse.<String>status(all ? HttpStatus.OK : HttpStatus.SERVICE_UNAVAILABLE)
        .contentType(MediaType.APPLICATION_JSON_TYPE)
        .body(page.toString());
  }
}
