package io.shelfwise.standalone.demo;

import io.grpc.Channel;
import io.shelfwise.customer.v1.CustomerServiceGrpc;
import io.shelfwise.customer.v1.GetCustomerRequest;
import io.shelfwise.recommendation.v1.RecommendRequest;
import io.shelfwise.recommendation.v1.RecommendResponse;
import io.shelfwise.recommendation.v1.RecommendationServiceGrpc;
import io.shelfwise.rpc.RpcChannel;
import io.shelfwise.standalone.load.Rejection;
import io.shelfwise.standalone.load.ShopImport;
import io.shelfwise.standalone.process.Standalone;
import io.shelfwise.standalone.terminal.CommandFailure;
import io.shelfwise.standalone.terminal.Progress;
import io.shelfwise.value.v1.GetCustomerValueRequest;
import io.shelfwise.value.v1.ValueServiceGrpc;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * From nothing to the first recommendation, before the eyes of the one who typed it.
 *
 * <p>The shop is made (or read for the first time) while Redis and the services start. The answers
 * are shown as soon as all recommenders that they are made of have learned; the others learn on.
 */
public final class Demo {
  /** The id of the store that is filled. */
  public static final String STORE = "demo";

  private static final String PARENT = "stores/" + STORE;
  private static final Duration DEADLINE = Duration.ofSeconds(30);
  private static final int SHOWN_REJECTIONS = 5;
  private static final int TRIES = 20;

  private final PrintWriter out;
  private final boolean terminal;

  /**
   * A demo.
   *
   * @param out where it is shown
   * @param terminal whether that is a terminal
   */
  public Demo(PrintWriter out, boolean terminal) {
    this.out = out;
    this.terminal = terminal;
  }

  /**
   * Fills a store and shows what came of it.
   *
   * @param making the shop, which may still be in the making
   * @return waits until all has been learned, and tells of it
   */
  public Runnable run(Standalone standalone, Supplier<DemoShop> making) {
    DemoShop shop = step("make the shop", progress -> making.get());
    Showcase showcase = new Showcase();
    ShopImport.Result result =
        step(
            "import",
            progress ->
                new ShopImport(standalone.profile(), standalone.recommend(), PARENT)
                    .run(shop.data(), progress, showcase));
    refuse(result.rejections());
    Learning learning = Learning.begin(standalone, PARENT);
    learnAndShow(standalone, learning, showcase.customer());
    shop.notes().forEach(out::println);
    out.println();
    out.flush();
    return () -> learnTheRest(learning);
  }

  /** Everything that the demo sends is its own: a rejection is a defect. */
  private static void refuse(List<Rejection> rejections) {
    if (!rejections.isEmpty()) {
      throw new CommandFailure(
          "the services rejected %d of what the demo sent them, such as %s"
              .formatted(rejections.size(), rejections.stream().limit(SHOWN_REJECTIONS).toList()));
    }
  }

  /** Asks as a storefront would: at the gateway's address. */
  private void learnAndShow(Standalone standalone, Learning learning, String customer) {
    try (RpcChannel gateway =
        RpcChannel.open(standalone.address().grpcAuthority(), Optional.empty(), DEADLINE)) {
      String name = PARENT + "/customers/" + customer;
      step(
          "learn",
          progress -> {
            learning.awaitEnough(
                () -> isComplete(recommendation(gateway.channel(), name)), progress);
            return learning;
          });
      CustomerSheet sheet = sheet(gateway.channel(), name);
      if (sheet.next().getRecommendationsCount() == 0) {
        throw new CommandFailure("there is nothing to recommend to customer " + customer);
      }
      double seconds = sinceStart();
      out.println();
      sheet.lines().forEach(out::println);
      out.printf("%nThe first recommendation came %.1f s after the start.%n", seconds);
      if (learning.left() > 0) {
        out.printf(
            "It needs none of the %d recommenders that are learning in the background still.%n",
            learning.left());
      }
      out.println();
      new NextSteps(standalone.address(), STORE, customer, sheet.next().getRecommendations(0))
          .lines()
          .forEach(out::println);
      out.println();
    }
  }

  private void learnTheRest(Learning learning) {
    if (learning.left() > 0) {
      step(
          "learn the rest",
          progress -> {
            learning.awaitAll(progress);
            return learning;
          });
    }
  }

  private static CustomerSheet sheet(Channel gateway, String customer) {
    return new CustomerSheet(
        CustomerServiceGrpc.newBlockingStub(gateway)
            .getCustomer(GetCustomerRequest.newBuilder().setName(customer).build()),
        ValueServiceGrpc.newBlockingStub(gateway)
            .getCustomerValue(
                GetCustomerValueRequest.newBuilder().setName(customer + "/value").build()),
        recommendations(gateway, customer));
  }

  /**
   * Nothing has been asked before, so the first answers are slow, and may come without what came
   * too late.
   */
  private static RecommendResponse recommendations(Channel gateway, String customer) {
    RecommendResponse response = recommendation(gateway, customer);
    for (int i = 1; i < TRIES && !isComplete(response); i++) {
      response = recommendation(gateway, customer);
    }
    return response;
  }

  private static RecommendResponse recommendation(Channel gateway, String customer) {
    return RecommendationServiceGrpc.newBlockingStub(gateway)
        .recommend(RecommendRequest.newBuilder().setParent(customer).build());
  }

  private static boolean isComplete(RecommendResponse response) {
    return response.getMissingCount() == 0;
  }

  private static double sinceStart() {
    return (System.currentTimeMillis() - ManagementFactory.getRuntimeMXBean().getStartTime()) / 1e3;
  }

  private <T> T step(String title, Function<Progress, T> work) {
    Progress progress = Progress.start(out, terminal, title);
    try {
      return work.apply(progress);
    } finally {
      progress.close();
    }
  }
}
