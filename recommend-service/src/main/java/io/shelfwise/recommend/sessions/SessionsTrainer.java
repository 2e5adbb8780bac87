package io.shelfwise.recommend.sessions;

import io.shelfwise.recommend.interactions.TrainingData;
import io.shelfwise.recommend.model.Trainer;
import io.shelfwise.recommend.model.Watch;
import java.io.DataInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Prepares what visits are looked up in. There is nothing to fit: the model is the visits
 * themselves.
 */
public final class SessionsTrainer implements Trainer<SessionsModel> {
  private final SessionNearness nearness;

  /** A trainer with these settings. */
  public SessionsTrainer(SessionNearness nearness) {
    this.nearness = nearness;
  }

  @Override
  public SessionsModel train(TrainingData data, Watch watch) {
    return new SessionsModel(
        Sessions.of(data.sessions(), data.width(), nearness.sample()),
        data.interests().customers(),
        nearness);
  }

  @Override
  public SessionsModel read(DataInputStream in) throws IOException {
    List<String> customers = new ArrayList<>();
    for (int left = in.readInt(); left > 0; left--) {
      customers.add(in.readUTF());
    }
    return new SessionsModel(
        Sessions.read(in, nearness.sample()), List.copyOf(customers), nearness);
  }
}
