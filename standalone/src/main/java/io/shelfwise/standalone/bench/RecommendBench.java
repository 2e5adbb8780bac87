package io.shelfwise.standalone.bench;

import io.shelfwise.recommendation.v1.RecommendRequest;
import io.shelfwise.recommendation.v1.RecommendResponse;
import io.shelfwise.recommendation.v1.RecommendationServiceGrpc;
import io.shelfwise.rpc.RpcChannel;
import io.shelfwise.standalone.terminal.Limits;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.SplittableRandom;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** How fast recommendations are answered to many customers at once, over REST and over gRPC. */
@Command(
    name = "recommend",
    description = "How fast ten recommendations for a customer are answered, over REST and gRPC.",
    mixinStandardHelpOptions = true)
final class RecommendBench implements Runnable {
  private static final int MOST_CLIENTS = 10_000;

  @Mixin private Target target = new Target();
  @Mixin private MeasuredTime time = new MeasuredTime();

  @Option(
      names = "--clients",
      defaultValue = "8",
      description = "Clients that ask side by side (${DEFAULT-VALUE}).")
  private int clients = 8;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    time.check(new Limits(spec).whole("--clients", clients, 1, MOST_CLIENTS));
    Customers customers = target.customers();
    measure("REST", () -> new RestClient(target, customers));
    measure("gRPC", () -> new GrpcClient(target, customers));
  }

  private void measure(String way, Clients.Opening opening) {
    PrintWriter out = spec.commandLine().getOut();
    new Clients(clients, ~target.seed).run(opening, time.warmUp());
    Latencies latencies = new Clients(clients, target.seed).run(opening, time.measured());
    out.printf("%s, %d clients: %s%n", way, clients, latencies.summary());
    out.flush();
  }

  /** Asks over REST. */
  private static final class RestClient implements Clients.Client {
    private final HttpConnection connection;
    private final String store;
    private final Customers customers;

    RestClient(Target target, Customers customers) throws IOException {
      this.connection =
          new HttpConnection(target.rest, target.key().map(key -> key.authorization()));
      this.store = target.store;
      this.customers = customers;
    }

    @Override
    public void call(SplittableRandom random) throws IOException {
      String customer = customers.any(random);
      var answer =
          connection.get(
              "/v1/stores/" + store + "/customers/" + customer + "/recommendations?pageSize=10");
      if (answer.code() != 200) {
        throw new IOException(answer.code() + " " + answer.body());
      }
    }

    @Override
    public void close() throws IOException {
      connection.close();
    }
  }

  /** Asks over gRPC, on a connection of its own. */
  private static final class GrpcClient implements Clients.Client {
    private final RpcChannel channel;
    private final RecommendationServiceGrpc.RecommendationServiceBlockingStub stub;
    private final String store;
    private final Customers customers;

    GrpcClient(Target target, Customers customers) {
      this.channel = RpcChannel.open(target.grpc, target.key(), Duration.ofSeconds(10));
      this.stub = RecommendationServiceGrpc.newBlockingStub(channel.channel());
      this.store = target.store;
      this.customers = customers;
    }

    @Override
    public void call(SplittableRandom random) {
      String customer = customers.any(random);
      RecommendResponse _ =
          stub.recommend(
              RecommendRequest.newBuilder()
                  .setParent("stores/" + store + "/customers/" + customer)
                  .setPageSize(10)
                  .build());
    }

    @Override
    public void close() {
      channel.close();
    }
  }
}
