package io.shelfwise.standalone.bench;

import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.shelfwise.event.v1.Event;
import io.shelfwise.event.v1.EventServiceGrpc;
import io.shelfwise.event.v1.EventServiceGrpc.EventServiceBlockingStub;
import io.shelfwise.event.v1.LineItem;
import io.shelfwise.event.v1.Purchase;
import io.shelfwise.event.v1.WriteEventsRequest;
import io.shelfwise.event.v1.WriteEventsResponse;
import io.shelfwise.event.v1.WriteResult.Outcome;
import io.shelfwise.rpc.RpcChannel;
import io.shelfwise.standalone.terminal.CommandFailure;
import io.shelfwise.standalone.terminal.Limits;
import io.shelfwise.value.v1.CustomerValue;
import io.shelfwise.value.v1.GetCustomerValueRequest;
import io.shelfwise.value.v1.ValueServiceGrpc;
import io.shelfwise.value.v1.ValueServiceGrpc.ValueServiceBlockingStub;
import io.shelfwise.value.v1.ValueServiceGrpc.ValueServiceStub;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.SplittableRandom;
import java.util.UUID;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * How fast a customer's value is answered to calls that come at a fixed rate, and how soon an
 * answer shows an order that was just written. Both over gRPC.
 */
@Command(
    name = "value-answers",
    description = {
      "How fast GetCustomerValue answers calls at a fixed rate, and how soon it shows an order that was"
          + " just written.",
      "Each order is one of a new customer, who remains in the store."
    })
final class ValueAnswersBench implements Runnable {
  private static final Duration DEADLINE = Duration.ofSeconds(10);
  private static final int MOST_EVENTS = 1_000_000;

  @Mixin private Target target = new Target();
  @Mixin private MeasuredTime time = new MeasuredTime();

  @Option(
      names = "--rate",
      defaultValue = "2000",
      description = "Calls a second (${DEFAULT-VALUE}).")
  private double rate = 2_000;

  @Option(
      names = "--events",
      defaultValue = "300",
      description = "How many orders to follow (${DEFAULT-VALUE}; 0: none).")
  private int events = 300;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    Limits limits =
        new Limits(spec)
            .positive("--rate", rate, OpenLoop.MOST_RATE)
            .whole("--events", events, 0, MOST_EVENTS);
    time.check(limits, rate);
    limits.whole(
        "--rate times --warm-up", OpenLoop.calls(rate, time.warmUp()), 0, OpenLoop.MOST_CALLS);
    Customers customers = target.customers();
    try (RpcChannel channel = RpcChannel.open(target.grpc, target.key(), DEADLINE)) {
      ValueServiceStub values = ValueServiceGrpc.newStub(channel.channel());
      OpenLoop.Result _ = answers(values, customers, ~target.seed, time.warmUp());
      print(
          "GetCustomerValue at %,.0f a second".formatted(rate),
          answers(values, customers, target.seed, time.measured()).summary());
      if (events > 0) {
        print("from the answer to a write to an answer that shows it", effects(channel).summary());
      }
    }
  }

  private void print(String what, String summary) {
    PrintWriter out = spec.commandLine().getOut();
    out.println(what + ": " + summary);
    out.flush();
  }

  private OpenLoop.Result answers(
      ValueServiceStub values, Customers customers, long seed, Duration time) {
    SplittableRandom random = new SplittableRandom(seed);
    return new OpenLoop(rate)
        .<CustomerValue>run(
            observer -> values.getCustomerValue(request(customers.any(random)), observer), time);
  }

  private Latencies effects(RpcChannel channel) {
    EventServiceBlockingStub log = EventServiceGrpc.newBlockingStub(channel.channel());
    ValueServiceBlockingStub values = ValueServiceGrpc.newBlockingStub(channel.channel());
    long[] nanos = new long[events];
    long start = System.nanoTime();
    for (int i = 0; i < events; i++) {
      String newcomer = "bench-" + UUID.randomUUID();
      write(log, newcomer);
      long written = System.nanoTime();
      while (!shows(values, newcomer)) {
        if (System.nanoTime() - written > DEADLINE.toNanos()) {
          throw new CommandFailure("no answer showed the order of " + newcomer);
        }
      }
      nanos[i] = System.nanoTime() - written;
    }
    return new Latencies(nanos, Duration.ofNanos(System.nanoTime() - start));
  }

  private void write(EventServiceBlockingStub log, String customer) {
    WriteEventsResponse answer =
        log.writeEvents(
            WriteEventsRequest.newBuilder()
                .setParent("stores/" + target.store)
                .addEvents(
                    Event.newBuilder()
                        .setId("bench")
                        .setCustomer(customer)
                        .setPurchase(
                            Purchase.newBuilder()
                                .setOrder(customer)
                                .addLines(
                                    LineItem.newBuilder().setProduct("bench").setQuantity(1))))
                .build());
    if (answer.getResults(0).getOutcome() != Outcome.OUTCOME_WRITTEN) {
      throw new CommandFailure("an order was not taken: " + answer.getResults(0));
    }
  }

  private boolean shows(ValueServiceBlockingStub values, String customer) {
    try {
      return values.getCustomerValue(request(customer)).getOrderCount() == 1;
    } catch (StatusRuntimeException e) {
      if (e.getStatus().getCode() == Status.Code.NOT_FOUND) {
        return false;
      }
      throw e;
    }
  }

  private GetCustomerValueRequest request(String customer) {
    return GetCustomerValueRequest.newBuilder()
        .setName("stores/" + target.store + "/customers/" + customer + "/value")
        .build();
  }
}
