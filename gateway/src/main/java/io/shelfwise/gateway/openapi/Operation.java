package io.shelfwise.gateway.openapi;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.rpc.Status;
import io.shelfwise.gateway.route.PathTemplate;
import io.shelfwise.gateway.route.Route;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;

/** A route as an operation of OpenAPI. */
final class Operation {
  private static final String ID = "^[A-Za-z0-9._:-]{1,128}$";

  private final Route route;
  private final Schemas schemas;
  private final ProtoComments comments;

  Operation(Route route, Schemas schemas, ProtoComments comments) {
    this.route = route;
    this.schemas = schemas;
    this.comments = comments;
  }

  /** The path with a name for every id: {@code /v1/stores/{store}/customers/{customer}}. */
  String path() {
    StringBuilder path = new StringBuilder();
    List<String> segments = route.path().segments();
    for (int i = 0; i < segments.size(); i++) {
      boolean any = segments.get(i).equals(PathTemplate.ANY);
      path.append('/').append(any ? "{" + idIn(segments.get(i - 1)) + "}" : segments.get(i));
    }
    return path.append(route.path().verb().isEmpty() ? "" : ":" + route.path().verb()).toString();
  }

  /** The method as OpenAPI spells it. */
  String method() {
    return route.method().toLowerCase(Locale.ROOT);
  }

  /**
   * What OpenAPI tells of it.
   *
   * @param id a name that no other operation has
   */
  JsonObject json(String id) {
    String comment = comments.of(route.rpc().schema());
    JsonArray tags = new JsonArray();
    tags.add(route.rpc().schema().getService().getName());
    JsonObject operation = new JsonObject();
    operation.addProperty("operationId", id);
    operation.add("tags", tags);
    operation.addProperty("summary", firstSentence(comment));
    operation.addProperty("description", comment);
    operation.add("parameters", parameters());
    if (!route.body().isEmpty()) {
      operation.add("requestBody", body());
    }
    operation.add("responses", responses());
    return operation;
  }

  private JsonArray parameters() {
    JsonArray parameters = new JsonArray();
    List<String> segments = route.path().segments();
    for (int i = 0; i < segments.size(); i++) {
      if (segments.get(i).equals(PathTemplate.ANY)) {
        JsonObject schema = Schemas.type("string");
        schema.addProperty("pattern", ID);
        parameters.add(parameter(idIn(segments.get(i - 1)), "path", schema));
      }
    }
    Set<String> elsewhere = new HashSet<>(Set.of(route.body()));
    route.path().variables().forEach(variable -> elsewhere.add(variable.field()));
    if (!route.body().equals(Route.WHOLE)) {
      request().getFields().stream()
          .filter(field -> !elsewhere.contains(field.getName()) && !field.isMapField())
          .forEach(
              field -> parameters.add(parameter(field.getJsonName(), "query", schemas.of(field))));
    }
    return parameters;
  }

  private static JsonObject parameter(String name, String place, JsonObject schema) {
    JsonObject parameter = new JsonObject();
    parameter.addProperty("name", name);
    parameter.addProperty("in", place);
    parameter.addProperty("required", place.equals("path"));
    if (schema.has("description")) {
      parameter.add("description", schema.remove("description"));
    }
    parameter.add("schema", schema);
    return parameter;
  }

  private JsonObject body() {
    Descriptor message =
        route.body().equals(Route.WHOLE)
            ? request()
            : Objects.requireNonNull(request().findFieldByName(route.body())).getMessageType();
    boolean stream = route.rpc().takesStream();
    JsonObject body = new JsonObject();
    body.addProperty("required", true);
    if (stream) {
      body.addProperty("description", "JSON Lines: each line is one of these.");
    }
    body.add("content", content(stream ? "application/x-ndjson" : "application/json", message));
    return body;
  }

  private JsonObject responses() {
    JsonObject ok = new JsonObject();
    ok.addProperty("description", "The answer.");
    ok.add("content", content("application/json", route.rpc().schema().getOutputType()));
    JsonObject error = new JsonObject();
    error.addProperty("description", "An error, with the HTTP code of the status's code.");
    error.add("content", content("application/json", Status.getDescriptor()));
    JsonObject responses = new JsonObject();
    responses.add("200", ok);
    responses.add("default", error);
    return responses;
  }

  private JsonObject content(String type, Descriptor message) {
    JsonObject media = new JsonObject();
    media.add("schema", schemas.of(message));
    JsonObject content = new JsonObject();
    content.add(type, media);
    return content;
  }

  private Descriptor request() {
    return route.rpc().schema().getInputType();
  }

  /** What one of a collection is called: {@code store} of {@code stores}. */
  private static String idIn(String collection) {
    return collection.substring(0, collection.length() - 1);
  }

  private static String firstSentence(String comment) {
    int end = comment.indexOf(". ");
    return end < 0 ? comment : comment.substring(0, end + 1);
  }
}
