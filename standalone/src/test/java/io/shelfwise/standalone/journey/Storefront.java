package io.shelfwise.standalone.journey;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import com.google.protobuf.MessageOrBuilder;
import com.google.protobuf.util.JsonFormat;
import io.shelfwise.customer.v1.Customer;
import io.shelfwise.event.v1.Event;
import io.shelfwise.event.v1.WriteEventsRequest;
import io.shelfwise.event.v1.WriteEventsResponse;
import io.shelfwise.recommendation.v1.RecommendResponse;
import io.shelfwise.value.v1.CustomerValue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Iterator;
import java.util.stream.Stream;

/** A storefront: it knows the gateway's REST address and nothing else. */
final class Storefront implements AutoCloseable {
  private static final Duration DEADLINE = Duration.ofMinutes(2);
  private static final String STORE = "/v1/stores/demo";
  private static final JsonFormat.Printer ON_ONE_LINE =
      JsonFormat.printer().omittingInsignificantWhitespace();

  private final HttpClient client = HttpClient.newHttpClient();
  private final URI gateway;

  Storefront(URI gateway) {
    this.gateway = gateway;
  }

  HttpResponse<String> get(String path) {
    return send(request(path).GET());
  }

  HttpResponse<String> post(String path, String json) {
    return send(
        request(path)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(json)));
  }

  HttpResponse<String> patch(String path, String json) {
    return send(
        request(path)
            .header("Content-Type", "application/json")
            .method("PATCH", BodyPublishers.ofString(json)));
  }

  HttpResponse<String> delete(String path) {
    return send(request(path).DELETE());
  }

  /** Sends messages as lines of JSON while they are made. */
  HttpResponse<String> stream(String path, Stream<? extends MessageOrBuilder> messages) {
    Iterator<byte[]> lines = messages.map(Storefront::line).iterator();
    return send(
        request(path)
            .header("Content-Type", "application/x-ndjson")
            .POST(BodyPublishers.ofByteArrays(() -> lines)));
  }

  Customer customer(String id) {
    return read(get(STORE + "/customers/" + id), Customer.getDefaultInstance());
  }

  CustomerValue value(String id) {
    return read(get(STORE + "/customers/" + id + "/value"), CustomerValue.getDefaultInstance());
  }

  RecommendResponse forCustomer(String id, int count) {
    return recommend("/customers/" + id + "/recommendations?placement=for-you&pageSize=" + count);
  }

  RecommendResponse recommend(String path) {
    return read(get(STORE + path), RecommendResponse.getDefaultInstance());
  }

  WriteEventsResponse write(Event... events) {
    WriteEventsRequest request =
        WriteEventsRequest.newBuilder().addAllEvents(Stream.of(events).toList()).build();
    return read(
        post(STORE + "/events:write", json(request)), WriteEventsResponse.getDefaultInstance());
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(gateway.resolve(path)).timeout(DEADLINE);
  }

  private HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return client.send(request.build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /**
   * The answer as the message that the contract says it is; a field that it does not know is an
   * error.
   */
  @SuppressWarnings("unchecked")
  static <T extends Message> T read(HttpResponse<String> response, T empty) {
    if (response.statusCode() != 200) {
      throw new AssertionError(response.statusCode() + " " + response.body());
    }
    try {
      Message.Builder builder = empty.newBuilderForType();
      JsonFormat.parser().merge(response.body(), builder);
      return (T) builder.build();
    } catch (InvalidProtocolBufferException e) {
      throw new AssertionError(response.body(), e);
    }
  }

  static String json(MessageOrBuilder message) {
    try {
      return ON_ONE_LINE.print(message);
    } catch (InvalidProtocolBufferException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private static byte[] line(MessageOrBuilder message) {
    return (json(message) + "\n").getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    client.close();
  }
}
