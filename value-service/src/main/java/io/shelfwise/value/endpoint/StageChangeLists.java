package io.shelfwise.value.endpoint;

import static io.shelfwise.value.endpoint.Messages.timestamp;

import io.grpc.Context;
import io.grpc.Status;
import io.shelfwise.rpc.ApiException;
import io.shelfwise.rpc.PageToken;
import io.shelfwise.rpc.ResourceName;
import io.shelfwise.value.appraisal.Appraiser;
import io.shelfwise.value.history.CustomerHistory;
import io.shelfwise.value.history.Histories;
import io.shelfwise.value.history.Overviews;
import io.shelfwise.value.history.StoreHistory;
import io.shelfwise.value.lifecycle.StageChanges;
import io.shelfwise.value.lifecycle.StageChanges.OfCustomer;
import io.shelfwise.value.v1.ListStageChangesRequest;
import io.shelfwise.value.v1.ListStageChangesResponse;
import io.shelfwise.value.v1.Stage;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/**
 * Who came into another stage of the lifecycle, and when.
 *
 * @param histories the stores there are
 * @param appraiser what tells the stages
 */
public record StageChangeLists(Histories histories, Appraiser appraiser) {
  private static final ResourceName STORE = ResourceName.of("stores/{store}");
  private static final ResourceName CUSTOMER =
      ResourceName.of("stores/{store}/customers/{customer}");
  private static final int USUAL_PAGE = 50;
  private static final int LARGEST_PAGE = 1_000;

  private static final long FIRST_SECOND = Instant.parse("0001-01-01T00:00:00Z").getEpochSecond();
  private static final long LAST_SECOND = Instant.parse("9999-12-31T23:59:59Z").getEpochSecond();
  private static final int LARGEST_NANOS = 999_999_999;
  private static final int USUAL_DAYS = 30;

  /**
   * A page.
   *
   * @throws ApiException NOT_FOUND, or INVALID_ARGUMENT naming the field and the rule
   */
  ListStageChangesResponse list(ListStageChangesRequest request) {
    String parent = request.getParent();
    boolean ofCustomer = CUSTOMER.matches(parent);
    List<String> ids = (ofCustomer ? CUSTOMER : STORE).parse("parent", parent);
    int size = PageToken.size(request.getPageSize(), USUAL_PAGE, LARGEST_PAGE);
    String question =
        String.join(
            "|", parent, request.getStartTime().toString(), request.getToStage().toString());
    String position = PageToken.decode(request.getPageToken(), question);
    Predicate<OfCustomer> wanted =
        isWanted(
            request.getToStage(),
            position.isEmpty()
                ? Optional.empty()
                : Optional.of(StageChangePosition.parse(position)));
    StoreHistory store =
        histories
            .store(ids.getFirst())
            .orElseThrow(() -> ApiException.notFound("stores/" + ids.getFirst()));
    List<OfCustomer> changes =
        ofCustomer
            ? ofCustomer(store, ids.get(1), request, wanted, size + 1)
            : ofStore(store, request, wanted, size + 1);
    ListStageChangesResponse.Builder response = ListStageChangesResponse.newBuilder();
    changes.stream()
        .limit(size)
        .forEach(entry -> response.addChanges(message(store.store(), entry)));
    if (changes.size() > size) {
      response.setNextPageToken(
          PageToken.encode(StageChangePosition.format(changes.get(size - 1)), question));
    }
    return response.build();
  }

  private List<OfCustomer> ofCustomer(
      StoreHistory store,
      String id,
      ListStageChangesRequest request,
      Predicate<OfCustomer> wanted,
      int most) {
    CustomerHistory history =
        store.customer(id).orElseThrow(() -> ApiException.notFound(request.getParent()));
    if (!history.hasBought()) {
      return List.of();
    }
    int from = request.hasStartTime() ? startDay(request) : Integer.MIN_VALUE;
    return appraiser
        .lifecycle(store)
        .changes(history, from, store.totals().asOfDay(), Integer.MAX_VALUE)
        .reversed()
        .stream()
        .map(change -> new OfCustomer(id, change))
        .filter(wanted)
        .limit(most)
        .toList();
  }

  private List<OfCustomer> ofStore(
      StoreHistory store, ListStageChangesRequest request, Predicate<OfCustomer> wanted, int most) {
    if (!Overviews.hasBuyer(store)) {
      return List.of();
    }
    int today = store.totals().asOfDay();
    int from = request.hasStartTime() ? startDay(request) : today - USUAL_DAYS;
    return StageChanges.of(store, appraiser.lifecycle(store), from, today, wanted, most);
  }

  /** The first day whose midnight, by which its changes are dated, is not before the time. */
  private static int startDay(ListStageChangesRequest request) {
    long seconds = request.getStartTime().getSeconds();
    int nanos = request.getStartTime().getNanos();
    if (seconds < FIRST_SECOND || seconds > LAST_SECOND || nanos < 0 || nanos > LARGEST_NANOS) {
      throw ApiException.invalid("start_time", "be a time of the years 1 to 9999");
    }
    long firstSecond = nanos == 0 ? seconds : seconds + 1;
    return (int) Math.ceilDiv(firstSecond, TimeUnit.DAYS.toSeconds(1));
  }

  /**
   * What belongs on a page.
   *
   * @param stage the stage that is changed into
   * @param last the last change of the page before
   */
  private static Predicate<OfCustomer> isWanted(Stage stage, Optional<OfCustomer> last) {
    Context call = Context.current();
    return entry -> {
      if (call.isCancelled()) {
        throw Status.CANCELLED.asRuntimeException();
      }
      return (stage == Stage.STAGE_UNSPECIFIED
              || AppraisalMessages.stage(entry.change().to()) == stage)
          && (last.isEmpty() || StageChanges.LATEST_FIRST.compare(entry, last.get()) > 0);
    };
  }

  private static io.shelfwise.value.v1.StageChange message(String store, OfCustomer entry) {
    return io.shelfwise.value.v1.StageChange.newBuilder()
        .setCustomer("stores/" + store + "/customers/" + entry.customer())
        .setFromStage(
            entry.change().from().map(AppraisalMessages::stage).orElse(Stage.STAGE_UNSPECIFIED))
        .setToStage(AppraisalMessages.stage(entry.change().to()))
        .setChangeTime(timestamp(TimeUnit.DAYS.toMillis(entry.change().day())))
        .build();
  }
}
