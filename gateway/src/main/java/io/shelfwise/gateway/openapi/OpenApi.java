package io.shelfwise.gateway.openapi;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.protobuf.Descriptors.ServiceDescriptor;
import io.shelfwise.gateway.route.Route;
import jakarta.inject.Singleton;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** The OpenAPI document of the REST interface, made once. */
@Singleton
public final class OpenApi {
  private final String document;

  OpenApi() {
    this.document = document(Route.all()).toString();
  }

  /** The document as JSON. */
  public String document() {
    return document;
  }

  private static JsonObject document(List<Route> routes) {
    ProtoComments comments = ProtoComments.ofContract();
    Schemas schemas = new Schemas(comments);
    JsonObject document =
        object(
            """
            {
              "openapi": "3.1.0",
              "info": {
                "title": "Shelfwise",
                "description": "A shop's own recommendation and customer-value back end.",
                "license": {"name": "Apache-2.0", "identifier": "Apache-2.0"}
              },
              "servers": [{"url": "/"}],
              "security": [{"key": []}]
            }
            """);
    document.getAsJsonObject("info").addProperty("version", version());
    document.add("tags", tags(routes, comments));
    document.add("paths", paths(routes, schemas, comments));
    document.add("components", components(schemas));
    return document;
  }

  private static JsonArray tags(List<Route> routes, ProtoComments comments) {
    Set<ServiceDescriptor> services = new LinkedHashSet<>();
    routes.forEach(route -> services.add(route.rpc().schema().getService()));
    JsonArray tags = new JsonArray();
    for (ServiceDescriptor service : services) {
      JsonObject tag = new JsonObject();
      tag.addProperty("name", service.getName());
      tag.addProperty("description", comments.of(service));
      tags.add(tag);
    }
    return tags;
  }

  private static JsonObject paths(List<Route> routes, Schemas schemas, ProtoComments comments) {
    JsonObject paths = new JsonObject();
    Set<String> ids = new LinkedHashSet<>();
    for (Route route : routes) {
      Operation operation = new Operation(route, schemas, comments);
      if (!paths.has(operation.path())) {
        paths.add(operation.path(), new JsonObject());
      }
      paths
          .getAsJsonObject(operation.path())
          .add(operation.method(), operation.json(unused(ids, route)));
    }
    paths.add("/health", health());
    return paths;
  }

  /** The rpc's name; a second route to the same rpc gets a number. */
  private static String unused(Set<String> ids, Route route) {
    String name = route.rpc().schema().getName();
    String id = name;
    for (int n = 2; !ids.add(id); n++) {
      id = name + n;
    }
    return id;
  }

  private static JsonElement health() {
    return object(
        """
        {
          "get": {
            "operationId": "Health",
            "summary": "Tells whether the gateway and each service behind it can answer.",
            "security": [],
            "responses": {
              "200": {"description": "All can."},
              "503": {"description": "Some cannot; the body names the state of each."}
            }
          }
        }
        """);
  }

  private static JsonObject components(Schemas schemas) {
    JsonObject components =
        object(
            """
            {
              "securitySchemes": {
                "key": {
                  "type": "http",
                  "scheme": "bearer",
                  "description": "One of the gateway's access keys, unless it was set open."
                }
              }
            }
            """);
    components.add("schemas", schemas.components());
    return components;
  }

  private static JsonObject object(String json) {
    return JsonParser.parseString(json).getAsJsonObject();
  }

  private static String version() {
    return Objects.requireNonNullElse(
        OpenApi.class.getPackage().getImplementationVersion(), "development");
  }
}
