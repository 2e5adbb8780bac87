package io.shelfwise.value.endpoint;

import io.grpc.Context;
import io.grpc.Deadline;
import io.grpc.Status;
import io.shelfwise.rpc.ApiException;
import io.shelfwise.value.history.Histories;
import io.shelfwise.value.history.StoreHistory;
import io.shelfwise.value.predict.FitOutcome;
import io.shelfwise.value.predict.StoreModels;
import io.shelfwise.value.v1.ValueModel;
import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The models of stores, in force and made anew when asked.
 *
 * @param histories the stores there are
 * @param models their models
 * @param patience how long a caller waits for a fit who does not say
 */
public record ModelFits(Histories histories, StoreModels models, Duration patience) {
  private static final String NOT_FITTED = "VALUE_MODEL_NOT_FITTED";

  /**
   * The models in force.
   *
   * @throws ApiException NOT_FOUND, or FAILED_PRECONDITION if there are none
   */
  ValueModel inForce(String store) {
    StoreHistory found = find(store);
    return models
        .of(found.store())
        .map(inForce -> ModelMessages.model(store, inForce))
        .orElseThrow(
            () -> ApiException.failedPrecondition(NOT_FITTED, models.reasonForNone(store)));
  }

  /**
   * The models fitted to all that is there now; the fit goes on when the caller's deadline comes
   * first.
   *
   * @throws ApiException as {@link #inForce}
   */
  ValueModel fit(String store) {
    StoreHistory found = find(store);
    try {
      return switch (models.fit(found, remaining())) {
        case FitOutcome.Fitted(var fitted) -> ModelMessages.model(store, fitted);
        case FitOutcome.Refused(var reason) ->
            throw ApiException.failedPrecondition(NOT_FITTED, reason);
      };
    } catch (TimeoutException e) {
      throw Status.DEADLINE_EXCEEDED
          .withDescription("the fit goes on; ask for the model later")
          .asRuntimeException();
    } catch (RejectedExecutionException e) {
      throw ApiException.exhausted("too many stores wait for their models to be fitted");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw Status.CANCELLED.asRuntimeException();
    }
  }

  private StoreHistory find(String store) {
    return histories.store(store).orElseThrow(() -> ApiException.notFound("stores/" + store));
  }

  private Duration remaining() {
    Deadline deadline = Context.current().getDeadline();
    return deadline == null
        ? patience
        : Duration.ofNanos(deadline.timeRemaining(TimeUnit.NANOSECONDS));
  }
}
