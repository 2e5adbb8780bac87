package io.shelfwise.gateway.recommend;

import static io.shelfwise.rpc.Replies.reply;

import com.google.type.Money;
import io.grpc.stub.StreamObserver;
import io.shelfwise.candidate.v1.Candidate;
import io.shelfwise.candidate.v1.CandidateList;
import io.shelfwise.candidate.v1.CandidateProduct;
import io.shelfwise.candidate.v1.CandidateServiceGrpc;
import io.shelfwise.candidate.v1.Evidence;
import io.shelfwise.candidate.v1.EvidenceProduct;
import io.shelfwise.candidate.v1.ProposeCandidatesRequest;
import io.shelfwise.candidate.v1.ProposeCandidatesResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/**
 * Recommenders of a small shop. Product {@code pN} has the title {@code Product N}, and costs N
 * pounds. Asked for what the test set them to, they answer it, whatever the request; they remember
 * the requests.
 */
final class FakeRecommenders extends CandidateServiceGrpc.CandidateServiceImplBase {
  static final String PRODUCT = "stores/demo/products/p";

  private static final int PRODUCTS = 200;
  private static final List<Evidence> EVIDENCE = evidence();

  final List<ProposeCandidatesRequest> asked = new CopyOnWriteArrayList<>();
  private volatile Function<ProposeCandidatesRequest, ProposeCandidatesResponse> answer =
      request -> ProposeCandidatesResponse.getDefaultInstance();

  @Override
  public void proposeCandidates(
      ProposeCandidatesRequest request, StreamObserver<ProposeCandidatesResponse> observer) {
    asked.add(request);
    reply(observer, () -> answer.apply(request));
  }

  void answer(Function<ProposeCandidatesRequest, ProposeCandidatesResponse> answer) {
    this.answer = answer;
  }

  void answer(CandidateList... lists) {
    answer(request -> response(lists).build());
  }

  /** Something that speaks for a candidate, by its place in the evidence of every response. */
  record Spoke(int index, double weight) {}

  static Spoke product(int product, double weight) {
    return new Spoke(product, weight);
  }

  static Spoke customers(int count, double weight) {
    return new Spoke(PRODUCTS + count, weight);
  }

  /** The products, then 0 to 1,000 customers. */
  private static List<Evidence> evidence() {
    List<Evidence> evidence = new ArrayList<>();
    for (int i = 0; i < PRODUCTS; i++) {
      evidence.add(
          Evidence.newBuilder()
              .setProduct(
                  EvidenceProduct.newBuilder().setName(PRODUCT + i).setTitle("Product " + i))
              .build());
    }
    for (int count = 0; count <= 1000; count++) {
      evidence.add(Evidence.newBuilder().setCustomerCount(count).build());
    }
    return evidence;
  }

  /** Lists over products p0 to p199. */
  static ProposeCandidatesResponse.Builder response(CandidateList... lists) {
    ProposeCandidatesResponse.Builder response =
        ProposeCandidatesResponse.newBuilder().addAllLists(List.of(lists)).addAllEvidence(EVIDENCE);
    for (int i = 0; i < PRODUCTS; i++) {
      response.addProducts(
          CandidateProduct.newBuilder()
              .setName(PRODUCT + i)
              .setTitle("Product " + i)
              .setPrice(Money.newBuilder().setCurrencyCode("GBP").setUnits(i)));
    }
    return response;
  }

  static CandidateList list(String recommender, Candidate... candidates) {
    return CandidateList.newBuilder()
        .setRecommender(recommender)
        .addAllCandidates(List.of(candidates))
        .build();
  }

  static Candidate candidate(int product, double score, Spoke... evidence) {
    Candidate.Builder candidate = Candidate.newBuilder().setProductIndex(product).setScore(score);
    for (Spoke spoke : evidence) {
      candidate.addEvidenceIndices(spoke.index()).addEvidenceWeights(spoke.weight());
    }
    return candidate.build();
  }

  /**
   * The {@code popular} list: the products from the first to the last but one, each bought less
   * than the one before.
   */
  static CandidateList popular(int first, int end) {
    CandidateList.Builder list = CandidateList.newBuilder().setRecommender("popular");
    for (int i = first; i < end; i++) {
      int buyers = 1000 - i;
      list.addCandidates(candidate(i, buyers, customers(buyers, buyers)));
    }
    return list.build();
  }
}
