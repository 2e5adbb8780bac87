package io.shelfwise.gateway.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.shelfwise.gateway.forward.PublicService;
import io.shelfwise.gateway.route.RouteTable.Found;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class RouteTableTest {
  private static final String ID_CHARACTERS = "abcXYZ0189._:-";

  private final RouteTable table = new RouteTable(Route.all());

  private Found find(String method, String path) {
    return table.find(method, RequestPath.parse(path));
  }

  private String rpc(String method, String path) {
    return find(method, path) instanceof Found.Match match
        ? match.route().rpc().schema().getName()
        : "none";
  }

  /**
   * Whatever the ids are, a path made of a route's template leads to that route, with the ids as
   * they were.
   */
  @Test
  void everyRouteIsReachedAndNoneIsShadowed() {
    long seed = Long.getLong("shelfwise.seed", 7);
    Random random = new Random(seed);
    for (Route route : Route.all()) {
      for (int i = 0; i < 200; i++) {
        List<String> segments =
            route.path().segments().stream()
                .map(segment -> segment.equals("*") ? id(random) : segment)
                .toList();
        String path =
            "/"
                + String.join("/", segments)
                + (route.path().verb().isEmpty() ? "" : ":" + route.path().verb());
        assertThat(find(route.method(), path))
            .as("seed %d: %s %s", seed, route.method(), path)
            .isEqualTo(new Found.Match(route, segments));
      }
    }
  }

  private static String id(Random random) {
    return random
        .ints(1 + random.nextInt(8), 0, ID_CHARACTERS.length())
        .mapToObj(i -> ID_CHARACTERS.substring(i, i + 1))
        .collect(Collectors.joining());
  }

  @Test
  void everyPublicRpcHasARoute() {
    var routed =
        Route.all().stream()
            .map(route -> route.rpc().method().getFullMethodName())
            .collect(Collectors.toSet());
    var published =
        PublicService.ALL.stream()
            .flatMap(service -> service.rpcs().stream())
            .map(rpc -> rpc.getFullMethodName())
            .collect(Collectors.toSet());
    assertThat(routed).isEqualTo(published).hasSizeGreaterThan(15);
    assertThat(routed).doesNotContain("shelfwise.event.v1.EventService/TailEvents");
  }

  @Test
  void theNamesThatOthersScriptAgainstAreThere() {
    assertThat(rpc("GET", "/v1/stores/demo/customers/17850")).isEqualTo("GetCustomer");
    assertThat(rpc("GET", "/v1/stores/demo/customers/17850/value")).isEqualTo("GetCustomerValue");
    assertThat(rpc("GET", "/v1/stores/demo/customers/17850/recommendations"))
        .isEqualTo("Recommend");
    assertThat(rpc("GET", "/v1/stores/demo/products/22423")).isEqualTo("GetProduct");
    assertThat(rpc("GET", "/v1/stores/demo/products")).isEqualTo("ListProducts");
    assertThat(rpc("GET", "/v1/stores/demo/products/22423/recommendations")).isEqualTo("Recommend");
    assertThat(rpc("GET", "/v1/stores/demo/recommendations")).isEqualTo("Recommend");
    assertThat(rpc("POST", "/v1/stores/demo/events:write")).isEqualTo("WriteEvents");
  }

  @Test
  void aVerbThatIsNoneIsPartOfTheId() {
    assertThat(find("GET", "/v1/stores/demo/customers/a:b"))
        .isInstanceOfSatisfying(
            Found.Match.class, match -> assertThat(match.segments()).endsWith("customers", "a:b"));
  }

  @Test
  void theMethodsOfAPathAreTold() {
    assertThat(find("PUT", "/v1/stores/demo/products/p"))
        .isEqualTo(new Found.OtherMethods(new TreeSet<>(List.of("DELETE", "GET", "PATCH"))));
    assertThat(find("GET", "/v1/stores/demo/events:write"))
        .isEqualTo(new Found.OtherMethods(new TreeSet<>(List.of("POST"))));
  }

  @Test
  void whatIsNoPathIsNothing() {
    for (String path :
        List.of(
            "/", "/v1", "/v1/stores", "/v1/stores//products", "/v1/stores/a/products/", "/v1x")) {
      assertThat(find("GET", path)).as(path).isEqualTo(new Found.Nothing());
    }
  }

  @Test
  void theSameRouteTwiceIsRefused() {
    Route route = Route.all().getFirst();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new RouteTable(List.of(route, route)))
        .withMessageStartingWith("routes: ");
  }
}
