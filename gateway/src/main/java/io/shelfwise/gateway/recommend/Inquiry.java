package io.shelfwise.gateway.recommend;

import com.google.common.util.concurrent.ListenableFuture;
import io.grpc.Channel;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.shelfwise.candidate.v1.CandidateServiceGrpc;
import io.shelfwise.candidate.v1.CandidateServiceGrpc.CandidateServiceBlockingStub;
import io.shelfwise.candidate.v1.ProposeCandidatesRequest;
import io.shelfwise.candidate.v1.ProposeCandidatesResponse;
import io.shelfwise.value.v1.CustomerValue;
import io.shelfwise.value.v1.CustomerValueView;
import io.shelfwise.value.v1.GetCustomerValueRequest;
import io.shelfwise.value.v1.ValueServiceGrpc;
import io.shelfwise.value.v1.ValueServiceGrpc.ValueServiceFutureStub;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;

/**
 * Puts a question to value-service and recommend-service side by side, each with a deadline of its
 * own, and takes what comes.
 *
 * <p>A service that is late, away or broken is missing in the findings and no error. The caller's
 * own mistake is one.
 */
final class Inquiry {
  private static final String RECOMMEND_SERVICE = "recommend-service";
  private static final String VALUE_SERVICE = "value-service";

  private final CandidateServiceBlockingStub recommenders;
  private final ValueServiceFutureStub values;
  private final RecommendSettings settings;

  Inquiry(Channel recommend, Channel value, RecommendSettings settings) {
    this.recommenders = CandidateServiceGrpc.newBlockingStub(recommend);
    this.values = ValueServiceGrpc.newFutureStub(value);
    this.settings = settings;
  }

  /** Asks, and waits no longer than the longer deadline. */
  Findings ask(Question question) {
    List<String> missing = new ArrayList<>(2);
    // The value is under way while this thread waits for the candidates.
    Optional<ListenableFuture<CustomerValue>> value = question.customer().map(this::value);
    Optional<ProposeCandidatesResponse> candidates = candidates(question, missing);
    CustomerValue known =
        value.map(coming -> come(coming, missing)).orElse(CustomerValue.getDefaultInstance());
    return new Findings(candidates, known, missing);
  }

  private ListenableFuture<CustomerValue> value(String customer) {
    return values
        .withDeadlineAfter(settings.valueDeadline().toNanos(), TimeUnit.NANOSECONDS)
        .getCustomerValue(
            GetCustomerValueRequest.newBuilder()
                .setName(customer + "/value")
                .setView(CustomerValueView.CUSTOMER_VALUE_VIEW_BASIC)
                .build());
  }

  private Optional<ProposeCandidatesResponse> candidates(Question question, List<String> missing) {
    ProposeCandidatesRequest request =
        ProposeCandidatesRequest.newBuilder()
            .setParent(question.store())
            .setCustomer(question.customer().orElse(""))
            .addAllProducts(question.products())
            .addAllRecommenders(question.placement().recommenders())
            .setCandidateCount(settings.candidates())
            .addAllExcludedProducts(question.excluded())
            .setExcludePurchased(question.placement().excludePurchased())
            .setFilter(question.filter())
            .build();
    try {
      ProposeCandidatesResponse response =
          recommenders
              .withDeadlineAfter(settings.candidatesDeadline().toNanos(), TimeUnit.NANOSECONDS)
              .proposeCandidates(request);
      missing.addAll(response.getMissingList());
      return Optional.of(response);
    } catch (StatusRuntimeException e) {
      if (e.getStatus().getCode() == Status.Code.INVALID_ARGUMENT) {
        throw Refusal.inCallersWords(e, request.getRecommendersList());
      }
      missing.add(RECOMMEND_SERVICE);
      return Optional.empty();
    }
  }

  private static CustomerValue come(ListenableFuture<CustomerValue> value, List<String> missing) {
    try {
      // The call ends by its own deadline, so this ends.
      return value.get();
    } catch (ExecutionException e) {
      // A customer without a value is a new one; the service has answered.
      if (Status.fromThrowable(e).getCode() != Status.Code.NOT_FOUND) {
        missing.add(VALUE_SERVICE);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      missing.add(VALUE_SERVICE);
    }
    return CustomerValue.getDefaultInstance();
  }
}
