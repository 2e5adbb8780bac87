package io.shelfwise.standalone.bench;

import io.shelfwise.candidate.v1.CandidateServiceGrpc;
import io.shelfwise.candidate.v1.CandidateServiceGrpc.CandidateServiceBlockingStub;
import io.shelfwise.candidate.v1.CandidateServiceGrpc.CandidateServiceStub;
import io.shelfwise.candidate.v1.ProposeCandidatesRequest;
import io.shelfwise.candidate.v1.ProposeCandidatesResponse;
import io.shelfwise.recommend.OfflineService;
import io.shelfwise.recommend.filter.Filter;
import io.shelfwise.recommend.model.RecommenderName;
import io.shelfwise.recommend.propose.Question;
import io.shelfwise.rpc.RpcChannel;
import io.shelfwise.standalone.evaluate.ChosenSettings;
import io.shelfwise.standalone.shop.ShopSettings;
import io.shelfwise.standalone.terminal.CommandFailure;
import io.shelfwise.standalone.terminal.Limits;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.logging.Level;
import java.util.logging.Logger;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * How fast recommend-service proposes, over gRPC, to calls that come at a fixed rate; and what each
 * recommender costs, asked by itself. The service, its callers and a generated shop are all in this
 * process.
 */
@Command(
    name = "candidates",
    description = {
      "How fast ProposeCandidates answers calls at a fixed rate, in a generated shop, and what each recommender"
          + " costs.",
      "Needs no running shop."
    },
    mixinStandardHelpOptions = true)
final class CandidateBench implements Runnable {
  private static final Duration DEADLINE = Duration.ofSeconds(30);

  /** A customer has to do with a quarter of a small shop's products: with one. */
  private static final int LEAST_PRODUCTS = 4;

  private static final int MOST_CUSTOMERS = 10_000_000;
  private static final int LONGEST_HISTORY = 10_000;

  /** As many as the service proposes. */
  private static final int MOST_CANDIDATES = 1_000;

  /**
   * Held, or its level would be forgotten: it tells with a stack of every answer whose caller was
   * gone, and at a rate that cannot be held those are many. They are counted here.
   */
  private static final Logger GONE_CALLERS =
      Logger.getLogger("io.grpc.netty.shaded.io.grpc.netty.NettyServerHandler");

  /** So many of the customers are asked about; their histories are equally long. */
  private static final int ASKED = 1_000;

  @Mixin private MeasuredTime time = new MeasuredTime();

  @Option(
      names = "--products",
      paramLabel = "COUNT",
      defaultValue = "100000",
      description = "How many products the shop has (${DEFAULT-VALUE}).")
  private int products = 100_000;

  @Option(
      names = "--customers",
      paramLabel = "COUNT",
      defaultValue = "50000",
      description = "How many customers it has (${DEFAULT-VALUE}).")
  private int customers = 50_000;

  @Option(
      names = "--history",
      paramLabel = "COUNT",
      defaultValue = "50",
      description =
          "With how many products those have to do who are asked about (${DEFAULT-VALUE}).")
  private int history = 50;

  @Option(
      names = "--candidates",
      paramLabel = "COUNT",
      defaultValue = "100",
      description = "How many products each recommender proposes (${DEFAULT-VALUE}).")
  private int candidates = 100;

  @Option(
      names = "--recommenders",
      paramLabel = "NAME",
      split = ",",
      description = "Whom to train and to ask: names, with commas between (all).")
  private List<String> recommenders = List.of();

  @Option(
      names = "--set",
      paramLabel = "SETTING=VALUE",
      description = "A setting of a recommender, such as user-knn.neighbors=200.")
  private Map<String, String> settings = Map.of();

  @Option(
      names = "--rate",
      defaultValue = "500",
      description = "Calls a second (${DEFAULT-VALUE}).")
  private double rate = 500;

  @Option(
      names = "--seed",
      paramLabel = "SEED",
      defaultValue = "1",
      description = "Of the shop, and of which customers are asked about (${DEFAULT-VALUE}).")
  private long seed = 1;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    check();
    Optional<Set<RecommenderName>> named = named();
    GONE_CALLERS.setLevel(Level.SEVERE);
    try (GeneratedCatalog shop = GeneratedCatalog.make(products, seed);
        OfflineService service =
            OfflineService.start(shop.catalog(), GeneratedCatalog.STORE, settings)) {
      Set<RecommenderName> asked = named.orElseGet(() -> EnumSet.copyOf(service.recommenders()));
      Set<String> speaking = fill(shop, service);
      train(service, asked);
      if (asked.contains(RecommenderName.CONTENT)) {
        warm(service, speaking);
      }
      byThemselves(service, asked);
      overTheWire(service, asked);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Refuses before a shop is made what nothing can be measured by. */
  private void check() {
    Limits limits =
        new Limits(spec)
            .whole("--products", products, LEAST_PRODUCTS, ShopSettings.MOST_PRODUCTS)
            .whole("--customers", customers, 1, MOST_CUSTOMERS)
            .whole("--history", history, 1, LONGEST_HISTORY)
            .whole("--candidates", candidates, 1, MOST_CANDIDATES)
            .positive("--rate", rate, OpenLoop.MOST_RATE);
    time.check(limits, rate);
    var _ = new ChosenSettings(settings).recommenders();
  }

  /** Those that are named; empty if none is, which means all. */
  private Optional<Set<RecommenderName>> named() {
    if (recommenders.isEmpty()) {
      return Optional.empty();
    }
    Set<RecommenderName> asked = EnumSet.noneOf(RecommenderName.class);
    for (String name : recommenders) {
      asked.add(
          RecommenderName.of(name)
              .orElseThrow(
                  () ->
                      new CommandFailure(
                          "--recommenders: %s (expected: of %s)"
                              .formatted(name, RecommenderName.all()))));
    }
    return Optional.of(asked);
  }

  /** Tells the service what was done; answers the products of those who will be asked about. */
  private Set<String> fill(GeneratedCatalog shop, OfflineService service) {
    Set<String> speaking = new LinkedHashSet<>();
    GeneratedShopping shopping = new GeneratedShopping(products, seed);
    long[] count = new long[1];
    for (int customer = 0; customer < customers; customer++) {
      boolean asked = customer < ASKED;
      int length = asked ? history : shopping.length(customer);
      shopping.tell(
          customer,
          length,
          shop::id,
          done -> {
            service.add(done);
            count[0]++;
            if (asked) {
              speaking.add(done.product());
            }
          });
    }
    print("%,d products, %,d customers, %,d actions".formatted(products, customers, count[0]));
    return speaking;
  }

  private void train(OfflineService service, Set<RecommenderName> asked) {
    long[] begin = {System.nanoTime()};
    service.train(
        asked,
        name -> {
          long now = System.nanoTime();
          print(
              String.format(
                  Locale.ROOT, "%s: trained in %.1f s", name.text(), (now - begin[0]) / 1e9));
          begin[0] = now;
        });
  }

  /** Has made what a shop that has been up for a while has in memory. */
  private void warm(OfflineService service, Set<String> speaking) {
    long begin = System.nanoTime();
    Effort effort = Effort.ofProcess(speaking.size(), () -> service.warm(List.copyOf(speaking)));
    print(
        String.format(
            Locale.ROOT,
            "content: %,d rows made in %.1f s, %.2f ms each of the processor's",
            speaking.size(),
            (System.nanoTime() - begin) / 1e9,
            effort.processorMillis()));
  }

  private void overTheWire(OfflineService service, Set<RecommenderName> asked) {
    String address = "127.0.0.1:" + service.port();
    try (RpcChannel channel = RpcChannel.open(address, Optional.empty(), DEADLINE)) {
      warmUp(CandidateServiceGrpc.newBlockingStub(channel.channel()), asked);
      CandidateServiceStub stub = CandidateServiceGrpc.newStub(channel.channel());
      Answers answers = new Answers();
      List<OpenLoop.Result> measured = new ArrayList<>();
      int calls = Math.toIntExact(OpenLoop.calls(rate, time.measured()));
      ProcessorUse before = ProcessorUse.now();
      Effort effort = Effort.ofProcess(calls, () -> measured.add(call(stub, asked, answers)));
      String use = ProcessorUse.now().since(before, calls);
      print(
          "ProposeCandidates at %,.0f a second: %s".formatted(rate, measured.getFirst().summary()));
      print("caller and service together: " + effort.summary() + "; " + answers.summary());
      print("of that: " + use);
    }
  }

  /** One call after the other: code that is not compiled yet could not keep pace with a rate. */
  private void warmUp(CandidateServiceBlockingStub stub, Set<RecommenderName> asked) {
    SplittableRandom random = new SplittableRandom(~seed);
    long end = System.nanoTime() + time.warmUp().toNanos();
    while (System.nanoTime() < end) {
      var _ = stub.proposeCandidates(request(asked, random));
    }
  }

  private OpenLoop.Result call(
      CandidateServiceStub stub, Set<RecommenderName> asked, Answers answers) {
    SplittableRandom random = new SplittableRandom(seed);
    return new OpenLoop(rate)
        .<ProposeCandidatesResponse>run(
            observer -> stub.proposeCandidates(request(asked, random), answers.seenBy(observer)),
            time.measured());
  }

  private ProposeCandidatesRequest request(Set<RecommenderName> asked, SplittableRandom random) {
    String store = "stores/" + GeneratedCatalog.STORE;
    return ProposeCandidatesRequest.newBuilder()
        .setParent(store)
        .setCustomer(store + "/customers/" + customer(random))
        .addAllRecommenders(asked.stream().map(RecommenderName::text).toList())
        .setCandidateCount(candidates)
        .setExcludePurchased(true)
        .build();
  }

  private String customer(SplittableRandom random) {
    return GeneratedShopping.id(random.nextInt(Math.min(ASKED, customers)));
  }

  private void byThemselves(OfflineService service, Set<RecommenderName> asked) {
    print("each by itself, without gRPC and messages:");
    byThemselves(service, "none", List.of());
    asked.forEach(name -> byThemselves(service, name.text(), List.of(name)));
  }

  private void byThemselves(OfflineService service, String what, List<RecommenderName> asked) {
    SplittableRandom random = new SplittableRandom(seed);
    ask(service, asked, random);
    Effort effort = Effort.ofThread(ASKED, () -> ask(service, asked, random));
    print("%-22s%s".formatted(what, effort.summary()));
  }

  private void ask(OfflineService service, List<RecommenderName> asked, SplittableRandom random) {
    for (int call = 0; call < ASKED; call++) {
      var _ =
          service
              .proposer()
              .propose(
                  new Question(
                      GeneratedCatalog.STORE,
                      customer(random),
                      List.of(),
                      asked,
                      candidates,
                      List.of(),
                      true,
                      Filter.EVERYTHING));
    }
  }

  private void print(String line) {
    PrintWriter out = spec.commandLine().getOut();
    out.println(line);
    out.flush();
  }
}
