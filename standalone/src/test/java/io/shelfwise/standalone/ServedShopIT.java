package io.shelfwise.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shelfwise.standalone.journey.Eventually;
import io.shelfwise.standalone.journey.FreePorts;
import io.shelfwise.standalone.process.DataDirectory;
import io.shelfwise.standalone.process.ListenPort;
import io.shelfwise.standalone.process.Standalone;
import io.shelfwise.standalone.process.Standalone.Access;
import io.shelfwise.standalone.process.Standalone.Address;
import io.shelfwise.standalone.terminal.CommandFailure;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A shop as {@code serve} runs it, filled by {@code import}. */
class ServedShopIT {
  private static final String EVENTS =
      """
      id,time,customer,kind,product,quantity,price,currency,order,stars
      v1,2026-01-30T10:00:00Z,ann,view,tea,,,,,
      ,2026-01-31T12:00:00Z,ann,purchase,tea,2,3.50,EUR,o1,
      ,2026-01-31T12:00:00Z,ann,purchase,cup,1,9.00,EUR,o1,
      ,2026-01-31T12:00:00Z,bob,purchase,tea,many,3.50,EUR,o2,
      r1,2026-02-03T12:00:00Z,ann,rating,tea,,,,,7
      """;

  @TempDir Path folder;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private List<Integer> ports = List.of();

  @Test
  void aShopIsFilledByImportAndSurvivesARestart() throws IOException, InterruptedException {
    Path events = Files.writeString(folder.resolve("events.csv"), EVENTS);
    Path products =
        Files.writeString(
            folder.resolve("products.jsonl"),
            """
            {"name": "tea", "title": "Green tea", "price": {"currencyCode": "EUR", "units": 3}}
            {"name": "cup", "tilte": "Cup"}
            """);
    Path report = folder.resolve("report");

    try (Standalone shop = serve()) {
      assertThat(run("import", "events", events.toString())).isEqualTo(1);
      assertThat(err.toString()).contains("UNAUTHENTICATED");

      String key = Standalone.accessKeyFile(folder.resolve("data")).toString();
      assertThat(
              run(
                  "import",
                  "events",
                  events.toString(),
                  "--key-file",
                  key,
                  "--report",
                  report + ""))
          .isEqualTo(1);
      assertThat(out.toString()).contains("2 written, 0 were there already, 2 rejected");
      assertThat(report)
          .content()
          .contains("row 5: quantity: many (expected: a whole number)", "row 6: ", "stars");

      assertThat(run("import", "products", products.toString(), "--key-file", key)).isEqualTo(1);
      assertThat(out.toString()).contains("1 written, 0 were there already, 1 rejected");
      assertThat(err.toString()).contains("row 2: ", "tilte");
      assertThat(ask(shop, "/v1/stores/demo/products/tea", key).body()).contains("Green tea");
      assertThat(ask(shop, "/v1/stores/demo/customers/ann", "").statusCode()).isEqualTo(401);

      // value-service follows the log, and looks once a second whether models can be fitted.
      Eventually.get(
          () -> run("value", "report", "--key-file", key),
          code ->
              code == 0
                  && out.toString().contains("nothing is expected: too few customers")
                  && out.toString().contains("€16.00"));
      assertThat(run("value", "export", "--key-file", key)).isZero();
      assertThat(out.toString()).contains("\nann,EUR,1,16,");
    }

    try (Standalone shop = serve()) {
      String key = Standalone.accessKeyFile(folder.resolve("data")).toString();
      assertThat(ask(shop, "/v1/stores/demo/customers/ann", key).body())
          .contains("\"orderCount\":\"1\"", "\"units\":\"16\"");
      assertThat(run("import", "events", events.toString(), "--key-file", key)).isEqualTo(1);
      assertThat(out.toString()).contains("0 written, 2 were there already, 2 rejected");
    }
  }

  @Test
  void aTakenPortIsToldBeforeAnythingIsStarted() {
    try (Standalone shop = serve()) {
      assertThatThrownBy(
              () ->
                  Standalone.start(
                      DataDirectory.keep(folder.resolve("other")), shop.address(), Access.OPEN))
          .isInstanceOf(CommandFailure.class)
          .hasMessageContaining("is taken; choose another with --rest-port PORT");
    }
    assertThat(folder.resolve("other/redis")).doesNotExist();
  }

  private Standalone serve() {
    ports = FreePorts.find(3);
    Address address =
        new Address(
            "127.0.0.1",
            new ListenPort(ports.get(0), "--rest-port"),
            new ListenPort(ports.get(1), "--grpc-port"),
            new ListenPort(ports.get(2), "--management-port"));
    return Standalone.start(DataDirectory.keep(folder.resolve("data")), address, Access.BY_KEY);
  }

  /** Runs a command against the shop; what it prints is in {@link #out} and {@link #err}. */
  private int run(String... arguments) {
    out.getBuffer().setLength(0);
    err.getBuffer().setLength(0);
    String[] all =
        Stream.concat(Stream.of(arguments), Stream.of("--server", "127.0.0.1:" + ports.get(1)))
            .toArray(String[]::new);
    return Shelfwise.commandLine()
        .setOut(new PrintWriter(out))
        .setErr(new PrintWriter(err))
        .execute(all);
  }

  private static HttpResponse<String> ask(Standalone shop, String path, String keyFile)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://" + shop.address().restAuthority() + path));
    if (!keyFile.isEmpty()) {
      request.header("Authorization", "Bearer " + Files.readString(Path.of(keyFile)).strip());
    }
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(request.build(), BodyHandlers.ofString());
    }
  }
}
