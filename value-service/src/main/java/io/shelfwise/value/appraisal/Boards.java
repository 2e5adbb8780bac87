package io.shelfwise.value.appraisal;

import io.shelfwise.value.history.Overviews;
import io.shelfwise.value.history.StoreHistory;
import io.shelfwise.value.predict.StoreModels;
import java.util.Collection;

/** The boards of all stores, made anew where something changed or other models came in force. */
public final class Boards {
  private final Overviews<Board> boards;

  /** Boards by these rules and models. */
  public Boards(Appraiser appraiser, StoreModels models) {
    boards =
        new Overviews<>(
            store ->
                new BoardMaker(store, appraiser, models.of(store.store()), models.learned(store))
                    .make(),
            store ->
                new Version(
                    store.totals().changes(),
                    models.of(store.store()).map(m -> m.provenance().fitMillis()).orElse(0L)));
  }

  /** What a board depends on. */
  private record Version(long changes, long fitMillis) {}

  /** A store's board. */
  public Board of(StoreHistory store) {
    return Overviews.hasBuyer(store) ? boards.of(store) : Board.EMPTY;
  }

  /** Makes boards anew where it is time. */
  public void refresh(Collection<StoreHistory> stores) {
    boards.refresh(stores);
  }
}
