package io.shelfwise.value.endpoint;

import static io.shelfwise.value.endpoint.Messages.timestamp;

import io.shelfwise.rpc.ApiException;
import io.shelfwise.rpc.PageToken;
import io.shelfwise.rpc.ResourceName;
import io.shelfwise.value.appraisal.Appraiser;
import io.shelfwise.value.history.CustomerHistory;
import io.shelfwise.value.history.Histories;
import io.shelfwise.value.history.Overviews;
import io.shelfwise.value.history.StoreHistory;
import io.shelfwise.value.lifecycle.StageChange;
import io.shelfwise.value.lifecycle.StageChanges;
import io.shelfwise.value.lifecycle.StageChanges.OfCustomer;
import io.shelfwise.value.v1.ListStageChangesRequest;
import io.shelfwise.value.v1.ListStageChangesResponse;
import io.shelfwise.value.v1.Stage;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;

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

  /** No list is longer, so that a look at all customers of a store is held in memory. */
  private static final int MOST = 10_000;

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
    int skipped = position.isEmpty() ? 0 : Integer.parseInt(position);
    StoreHistory store =
        histories
            .store(ids.getFirst())
            .orElseThrow(() -> ApiException.notFound("stores/" + ids.getFirst()));
    List<OfCustomer> changes =
        (ofCustomer ? ofCustomer(store, ids.get(1), parent, request) : ofStore(store, request))
            .stream().filter(entry -> isWanted(entry.change(), request.getToStage())).toList();
    ListStageChangesResponse.Builder response = ListStageChangesResponse.newBuilder();
    changes.stream()
        .skip(skipped)
        .limit(size)
        .forEach(entry -> response.addChanges(message(store.store(), entry)));
    if (skipped + size < changes.size()) {
      response.setNextPageToken(PageToken.encode(Integer.toString(skipped + size), question));
    }
    return response.build();
  }

  private List<OfCustomer> ofCustomer(
      StoreHistory store, String id, String name, ListStageChangesRequest request) {
    CustomerHistory history = store.customer(id).orElseThrow(() -> ApiException.notFound(name));
    if (!history.hasBought()) {
      return List.of();
    }
    int from = request.hasStartTime() ? startDay(request) : Integer.MIN_VALUE;
    return appraiser
        .lifecycle(store)
        .changes(history, from, store.totals().asOfDay(), MOST)
        .reversed()
        .stream()
        .map(change -> new OfCustomer(id, change))
        .toList();
  }

  private List<OfCustomer> ofStore(StoreHistory store, ListStageChangesRequest request) {
    if (!Overviews.hasBuyer(store)) {
      return List.of();
    }
    int today = store.totals().asOfDay();
    int from = request.hasStartTime() ? startDay(request) : today - USUAL_DAYS;
    return StageChanges.of(store, appraiser.lifecycle(store), from, today, MOST);
  }

  private static int startDay(ListStageChangesRequest request) {
    return CustomerHistory.dayOf(
        Instant.ofEpochSecond(
                request.getStartTime().getSeconds(), request.getStartTime().getNanos())
            .toEpochMilli());
  }

  private static boolean isWanted(StageChange change, Stage wanted) {
    return wanted == Stage.STAGE_UNSPECIFIED || AppraisalMessages.stage(change.to()) == wanted;
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
