package io.shelfwise.recommend.endpoint;

import static io.shelfwise.rpc.Replies.reply;

import io.grpc.stub.StreamObserver;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.shelfwise.candidate.v1.CandidateServiceGrpc.CandidateServiceImplBase;
import io.shelfwise.candidate.v1.ProposeCandidatesRequest;
import io.shelfwise.candidate.v1.ProposeCandidatesResponse;
import io.shelfwise.recommend.model.RecommenderName;
import io.shelfwise.recommend.propose.Answer;
import io.shelfwise.recommend.propose.Proposer;
import io.shelfwise.recommend.propose.Question;
import io.shelfwise.rpc.ApiException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Answers what each recommender proposes. */
public final class CandidateEndpoint extends CandidateServiceImplBase {
  private static final int USUAL_CANDIDATES = 100;
  private static final int MOST_CANDIDATES = 1000;
  private static final int MOST_PRODUCTS = 100;
  private static final int MOST_EXCLUDED = 1000;

  private final Proposer proposer;
  private final Timer timer;

  /** The products of each store as they were told. */
  private final Map<String, CandidateProducts> products = new ConcurrentHashMap<>();

  /** An endpoint that asks this proposer. */
  public CandidateEndpoint(Proposer proposer, MeterRegistry meters) {
    this.proposer = proposer;
    this.timer =
        Timer.builder("shelfwise.recommend.propose")
            .description("Answers of what the recommenders propose")
            .publishPercentileHistogram()
            .register(meters);
  }

  @Override
  public void proposeCandidates(
      ProposeCandidatesRequest request, StreamObserver<ProposeCandidatesResponse> observer) {
    timer.record(() -> reply(observer, () -> answer(request)));
  }

  private ProposeCandidatesResponse answer(ProposeCandidatesRequest request) {
    Answer answer = proposer.propose(question(request));
    return new CandidateReply(answer, products(answer)).message();
  }

  /** Of a store that is not there nothing is kept. */
  private CandidateProducts products(Answer answer) {
    String store = answer.shelf().store();
    return answer.proposals().isEmpty()
        ? new CandidateProducts(store)
        : products.computeIfAbsent(store, CandidateProducts::new);
  }

  private Question question(ProposeCandidatesRequest request) {
    String store = Names.store(request.getParent());
    return new Question(
        store,
        Names.customer(store, request.getCustomer()),
        Names.products(store, "products", request.getProductsList(), MOST_PRODUCTS),
        recommenders(request.getRecommendersList()),
        count(request.getCandidateCount()),
        Names.products(
            store, "excluded_products", request.getExcludedProductsList(), MOST_EXCLUDED),
        request.getExcludePurchased(),
        FilterField.read(request.getFilter()));
  }

  private static int count(int asked) {
    if (asked < 0 || asked > MOST_CANDIDATES) {
      throw ApiException.invalid("candidate_count", "be from 0 to " + MOST_CANDIDATES);
    }
    return asked == 0 ? USUAL_CANDIDATES : asked;
  }

  private List<RecommenderName> recommenders(List<String> asked) {
    if (asked.isEmpty()) {
      return proposer.recommenders();
    }
    List<RecommenderName> names = new ArrayList<>(asked.size());
    for (int i = 0; i < asked.size(); i++) {
      String field = "recommenders[" + i + "]";
      names.add(
          RecommenderName.of(asked.get(i))
              .orElseThrow(
                  () -> ApiException.invalid(field, "be one of " + RecommenderName.all())));
    }
    return names.stream().distinct().toList();
  }
}
