package io.shelfwise.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.shelfwise.customer.v1.UpdateCustomerRequest;
import io.shelfwise.event.v1.ImportEventsRequest;
import io.shelfwise.event.v1.WriteEventsRequest;
import io.shelfwise.product.v1.ListProductsRequest;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The REST bridge as a storefront meets it: a real HTTP server before stand-ins for the services.
 */
class RestIT {
  private static final TestGateway gateway =
      new TestGateway(
          Map.of("shelfwise.gateway.open", true, "shelfwise.gateway.largest-body", 10_000));
  private static final FakeServices services = gateway.services;
  private static final URI root = gateway.rest();
  private static final HttpClient client = HttpClient.newHttpClient();

  @BeforeEach
  void forget() {
    services.requests.clear();
  }

  @AfterAll
  static void close() {
    gateway.close();
    client.close();
  }

  private static HttpResponse<String> send(String method, String path, String type, String body)
      throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(root.resolve(path)).method(method, BodyPublishers.ofString(body));
    if (!type.isEmpty()) {
      request.header("Content-Type", type);
    }
    return client.send(request.build(), BodyHandlers.ofString());
  }

  private static HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return get(root.resolve(path));
  }

  private static HttpResponse<String> get(URI uri) throws IOException, InterruptedException {
    return client.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
  }

  private static HttpResponse<String> post(String path, String json)
      throws IOException, InterruptedException {
    return send("POST", path, "application/json", json);
  }

  private static JsonObject json(HttpResponse<String> answer) {
    assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/json");
    return JsonParser.parseString(answer.body()).getAsJsonObject();
  }

  private static String message(HttpResponse<String> answer) {
    return json(answer).get("message").getAsString();
  }

  @Test
  void aResourceIsReadByItsName() throws Exception {
    var answer = get("/v1/stores/demo/customers/17850");
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(json(answer).get("name").getAsString()).isEqualTo("stores/demo/customers/17850");
  }

  @Test
  void theQueryGivesFields() throws Exception {
    var answer = get("/v1/stores/demo/products?query=red%20lamp&pageSize=3&page_token=x");
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(services.requests)
        .containsExactly(
            ListProductsRequest.newBuilder()
                .setParent("stores/demo")
                .setQuery("red lamp")
                .setPageSize(3)
                .setPageToken("x")
                .build());
    assertThat(answer.body())
        .isEqualTo("{\"products\":[],\"nextPageToken\":\"\",\"totalSize\":\"0\"}");
  }

  @Test
  void aParameterThatIsNoFieldIsNamed() throws Exception {
    var answer = get("/v1/stores/demo/products?pagesize=3");
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(message(answer)).startsWith("pagesize must not be given");
    assertThat(services.requests).isEmpty();
  }

  @Test
  void aBodyIsTheRequest() throws Exception {
    var answer =
        post(
            "/v1/stores/demo/events:write",
            """
            {"events": [{"id": "e1", "customer": "c", "productView": {"product": "p"}}]}
            """);
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(services.requests).hasSize(1);
    var request = (WriteEventsRequest) services.requests.getFirst();
    assertThat(request.getParent()).isEqualTo("stores/demo");
    assertThat(request.getEvents(0).getProductView().getProduct()).isEqualTo("p");
  }

  @Test
  void aWrongTypeIsToldByFieldAndType() throws Exception {
    var answer =
        post(
            "/v1/stores/demo/events:write",
            """
            {"events": [{"purchase": {"lines": [{"product": "p", "quantity": "two"}]}}]}
            """);
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(message(answer))
        .startsWith("events[0].purchase.lines[0].quantity must be an integer");
    var info = json(answer).getAsJsonArray("details").get(0).getAsJsonObject();
    assertThat(info.get("@type").getAsString())
        .isEqualTo("type.googleapis.com/google.rpc.ErrorInfo");
    assertThat(info.get("reason").getAsString()).isEqualTo("INVALID_FIELD");
    assertThat(info.get("domain").getAsString()).isEqualTo("shelfwise.io");
  }

  @Test
  void aPatchChangesWhatItsBodyNames() throws Exception {
    var answer =
        send(
            "PATCH",
            "/v1/stores/demo/customers/c",
            "application/json",
            """
            {"name": "stores/demo/customers/c", "person": {"displayName": "Ada", "city": null}}
            """);
    assertThat(answer.statusCode()).isEqualTo(200);
    var request = (UpdateCustomerRequest) services.requests.getFirst();
    assertThat(request.getCustomer().getName()).isEqualTo("stores/demo/customers/c");
    assertThat(request.getUpdateMask().getPathsList())
        .containsExactly("person.display_name", "person.city");
  }

  @Test
  void aStreamIsTakenLineByLine() throws Exception {
    var answer =
        send(
            "POST",
            "/v1/stores/demo/events:import",
            "application/x-ndjson",
            "{\"event\": {\"id\": \"1\"}}\n\n{\"event\": {\"id\": \"2\"}}\n");
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(json(answer).get("writtenCount").getAsString()).isEqualTo("2");
    assertThat(services.requests)
        .extracting(request -> ((ImportEventsRequest) request).getEvent().getId())
        .containsExactly("1", "2");
    assertThat(((ImportEventsRequest) services.requests.getFirst()).getParent())
        .isEqualTo("stores/demo");
  }

  @Test
  void aWrongLineOfAStreamIsToldByItsNumber() throws Exception {
    var answer =
        send(
            "POST",
            "/v1/stores/demo/events:import",
            "application/x-ndjson",
            "{\"event\": {\"id\": \"1\"}}\n\n{\"event\": {\"id\": 2}}\n");
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(message(answer)).isEqualTo("line 3: event.id must be a string");
    var broken =
        send("POST", "/v1/stores/demo/events:import", "application/x-ndjson", "{}\n{\"event\": ");
    assertThat(broken.statusCode()).isEqualTo(400);
    assertThat(message(broken)).startsWith("line 2 must be JSON");
  }

  @Test
  void aServicesErrorIsPassedOn() throws Exception {
    var answer = get("/v1/stores/demo/customers/nobody");
    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(json(answer).get("code").getAsInt()).isEqualTo(5);
    assertThat(message(answer)).isEqualTo("stores/demo/customers/nobody does not exist");
  }

  @Test
  void ofADefectNothingIsTold() throws Exception {
    var answer = get("/v1/stores/demo/customers/defect");
    assertThat(answer.statusCode()).isEqualTo(500);
    assertThat(answer.body()).doesNotContain("swordfish");
  }

  @Test
  void aServiceThatIsAwayIsNamed() throws Exception {
    var answer = get("/v1/stores/demo/customers/c/value");
    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(message(answer)).isEqualTo("value-service is unavailable; try again");
  }

  @Test
  void aServiceThatIsLateIsNamed() throws Exception {
    try (TestGateway hasty =
        new TestGateway(
            Map.of("shelfwise.gateway.open", true, "shelfwise.gateway.deadline", "100ms"))) {
      var answer = get(hasty.rest().resolve("/v1/stores/demo/customers/c/events"));
      assertThat(answer.statusCode()).isEqualTo(504);
      assertThat(message(answer)).isEqualTo("profile-service did not answer in time");
    }
  }

  @Test
  void aPathThatIsNotThereIsNotFound() throws Exception {
    for (String path : List.of("/v1/stores/demo/nothing", "/v2", "/v1/stores/demo/events:tail")) {
      var answer = get(path);
      assertThat(answer.statusCode()).isEqualTo(404);
      assertThat(json(answer).get("code").getAsInt()).isEqualTo(5);
    }
  }

  @Test
  void anotherMethodIsToldWhichThereAre() throws Exception {
    var answer = send("PUT", "/v1/stores/demo/products/p", "application/json", "{}");
    assertThat(answer.statusCode()).isEqualTo(405);
    assertThat(answer.headers().firstValue("Allow")).hasValue("DELETE, GET, HEAD, OPTIONS, PATCH");
    var options = send("OPTIONS", "/v1/stores/demo/products/p", "", "");
    assertThat(options.statusCode()).isEqualTo(204);
    assertThat(options.headers().firstValue("Allow"))
        .isEqualTo(answer.headers().firstValue("Allow"));
  }

  @Test
  void headIsGetWithoutTheBody() throws Exception {
    var answer = send("HEAD", "/v1/stores/demo/customers/17850", "", "");
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).isEmpty();
  }

  @Test
  void anotherMediaTypeIsRefused() throws Exception {
    var answer = send("POST", "/v1/stores/demo/events:write", "text/xml", "<events/>");
    assertThat(answer.statusCode()).isEqualTo(415);
    assertThat(message(answer)).isEqualTo("Content-Type must be application/json");
  }

  @Test
  void aBodyThatIsTooLargeIsRefused() throws Exception {
    var answer = post("/v1/stores/demo/events:write", "{\"events\": [" + " ".repeat(10_000) + "]}");
    assertThat(answer.statusCode()).isEqualTo(413);
  }

  @Test
  void aBodyThatIsNoJsonIsRefused() throws Exception {
    var answer = post("/v1/stores/demo/events:write", "{\"events\": [");
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(message(answer)).startsWith("the body must be JSON");
  }

  @Test
  void whatTheServerRefusesIsAStatusToo() throws Exception {
    var answer = send("BREW", "/v1/stores/demo/products", "", "");
    assertThat(answer.statusCode()).isEqualTo(405);
    assertThat(json(answer).get("code").getAsInt()).isEqualTo(12);
  }

  @Test
  void theApiIsDescribed() throws Exception {
    assertThat(json(get("/")).get("api").getAsString()).isEqualTo("/openapi.json");
    var document = json(get("/openapi.json"));
    assertThat(document.get("openapi").getAsString()).startsWith("3.1");
    assertThat(document.getAsJsonObject("paths").keySet())
        .contains("/v1/stores/{store}/customers/{customer}");
  }

  @Test
  void healthNamesTheServiceThatIsAway() throws Exception {
    var answer = get("/health");
    assertThat(answer.statusCode()).isEqualTo(503);
    var states = json(answer).getAsJsonObject("services");
    assertThat(states.get("gateway").getAsString()).isEqualTo("READY");
    assertThat(states.get("profile-service").getAsString()).isEqualTo("READY");
    assertThat(states.get("value-service").getAsString()).isEqualTo("UNREACHABLE");
  }
}
