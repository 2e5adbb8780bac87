package io.shelfwise.gateway.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.shelfwise.gateway.route.Route;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * What a reader of OpenAPI 3.1 relies on; and that the document says of the protos what the protos
 * say.
 */
class OpenApiTest {
  private static final Pattern PATH_PARAMETER = Pattern.compile("\\{(\\w+)}");
  private static final JsonObject document =
      JsonParser.parseString(new OpenApi().document()).getAsJsonObject();

  private static JsonObject operation(String path, String method) {
    return document.getAsJsonObject("paths").getAsJsonObject(path).getAsJsonObject(method);
  }

  private static JsonObject schema(String name) {
    return document.getAsJsonObject("components").getAsJsonObject("schemas").getAsJsonObject(name);
  }

  private static List<JsonObject> operations() {
    return document.getAsJsonObject("paths").entrySet().stream()
        .flatMap(path -> path.getValue().getAsJsonObject().entrySet().stream())
        .map(operation -> operation.getValue().getAsJsonObject())
        .toList();
  }

  @Test
  void everyRouteIsThereWithItsPathParameters() {
    int operations = 0;
    for (Map.Entry<String, JsonElement> path : document.getAsJsonObject("paths").entrySet()) {
      Set<String> inPath =
          PATH_PARAMETER
              .matcher(path.getKey())
              .results()
              .map(match -> match.group(1))
              .collect(Collectors.toCollection(TreeSet::new));
      for (JsonElement operation : path.getValue().getAsJsonObject().asMap().values()) {
        operations++;
        Set<String> told = new TreeSet<>();
        if (operation.getAsJsonObject().has("parameters")) {
          for (JsonElement parameter : operation.getAsJsonObject().getAsJsonArray("parameters")) {
            if (parameter.getAsJsonObject().get("in").getAsString().equals("path")) {
              told.add(parameter.getAsJsonObject().get("name").getAsString());
            }
          }
        }
        assertThat(told).as(path.getKey()).isEqualTo(inPath);
      }
    }
    assertThat(operations).isEqualTo(Route.all().size() + 1);
  }

  @Test
  void operationsHaveNamesOfTheirOwn() {
    assertThat(operations())
        .extracting(o -> o.get("operationId").getAsString())
        .doesNotHaveDuplicates();
  }

  @Test
  void everyReferenceLeadsSomewhere() {
    List<String> references = new ArrayList<>();
    collect(document, references);
    assertThat(references).isNotEmpty();
    for (String reference : references) {
      JsonElement target = document;
      for (String step : reference.substring("#/".length()).split("/", -1)) {
        target = target.getAsJsonObject().get(step);
        assertThat(target).as(reference).isNotNull();
      }
    }
  }

  private static void collect(JsonElement element, List<String> references) {
    if (element.isJsonArray()) {
      element.getAsJsonArray().forEach(each -> collect(each, references));
    } else if (element.isJsonObject()) {
      element
          .getAsJsonObject()
          .entrySet()
          .forEach(
              entry -> {
                if (entry.getKey().equals("$ref")) {
                  references.add(entry.getValue().getAsString());
                }
                collect(entry.getValue(), references);
              });
    }
  }

  @Test
  void everythingIsDescribedInTheWordsOfTheProtos() {
    assertThat(
            operation("/v1/stores/{store}/customers/{customer}", "get")
                .get("summary")
                .getAsString())
        .isEqualTo("Answers one customer.");
    assertThat(operations())
        .filteredOn(operation -> operation.has("description"))
        .hasSize(Route.all().size())
        .allSatisfy(o -> assertThat(o.get("description").getAsString()).isNotBlank());
    var schemas = document.getAsJsonObject("components").getAsJsonObject("schemas");
    for (Map.Entry<String, JsonElement> schema : schemas.entrySet()) {
      if (schema.getKey().startsWith("shelfwise.")) {
        assertThat(schema.getValue().getAsJsonObject().get("description").getAsString())
            .as(schema.getKey())
            .isNotBlank();
      }
    }
    assertThat(schema("shelfwise.value.v1.Tier").get("description").getAsString())
        .contains("- `TIER_HIGH`: The third that spent most.");
  }

  @Test
  void shapesAreThoseOfProto3Json() {
    var activity = schema("shelfwise.customer.v1.Activity").getAsJsonObject("properties");
    assertThat(activity.getAsJsonObject("orderCount").get("type").getAsString())
        .isEqualTo("string");
    assertThat(activity.getAsJsonObject("averageStars").get("type").getAsString())
        .isEqualTo("number");
    assertThat(activity.getAsJsonObject("lastOrderTime").get("format").getAsString())
        .isEqualTo("date-time");
    assertThat(activity.getAsJsonObject("revenue").get("$ref").getAsString())
        .isEqualTo("#/components/schemas/google.type.Money");
    assertThat(
            schema("shelfwise.product.v1.Product")
                .getAsJsonObject("properties")
                .getAsJsonObject("attributes")
                .getAsJsonObject("additionalProperties")
                .get("type")
                .getAsString())
        .isEqualTo("string");
  }

  @Test
  void aStreamIsJsonLines() {
    assertThat(
            operation("/v1/stores/{store}/events:import", "post")
                .getAsJsonObject("requestBody")
                .getAsJsonObject("content")
                .keySet())
        .containsExactly("application/x-ndjson");
  }
}
