package io.shelfwise.gateway.recommend;

import static io.shelfwise.rpc.Replies.reply;

import com.google.type.Money;
import io.grpc.stub.StreamObserver;
import io.shelfwise.candidate.v1.Candidate;
import io.shelfwise.candidate.v1.CandidateList;
import io.shelfwise.candidate.v1.CandidateProduct;
import io.shelfwise.candidate.v1.CandidateServiceGrpc;
import io.shelfwise.candidate.v1.Evidence;
import io.shelfwise.candidate.v1.ProposeCandidatesRequest;
import io.shelfwise.candidate.v1.ProposeCandidatesResponse;
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

  /** Lists over products p0 to p199. */
  static ProposeCandidatesResponse.Builder response(CandidateList... lists) {
    ProposeCandidatesResponse.Builder response =
        ProposeCandidatesResponse.newBuilder().addAllLists(List.of(lists));
    for (int i = 0; i < 200; i++) {
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

  static Candidate candidate(int product, double score, Evidence... evidence) {
    return Candidate.newBuilder()
        .setProductIndex(product)
        .setScore(score)
        .addAllEvidence(List.of(evidence))
        .build();
  }

  /**
   * The {@code popular} list: the products from the first to the last but one, each bought less
   * than the one before.
   */
  static CandidateList popular(int first, int end) {
    CandidateList.Builder list = CandidateList.newBuilder().setRecommender("popular");
    for (int i = first; i < end; i++) {
      int buyers = 1000 - i;
      list.addCandidates(
          candidate(
              i, buyers, Evidence.newBuilder().setCustomerCount(buyers).setWeight(buyers).build()));
    }
    return list.build();
  }
}
