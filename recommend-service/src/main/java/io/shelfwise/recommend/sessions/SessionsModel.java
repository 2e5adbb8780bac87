package io.shelfwise.recommend.sessions;

import io.shelfwise.recommend.model.Model;
import io.shelfwise.recommend.model.Recommender;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The visits of the past, and whose they were. */
public final class SessionsModel implements Model {
  private final Sessions sessions;
  private final List<String> customers;
  private final Recommender recommender;

  /** The model of these visits, whose customers have these ids. */
  SessionsModel(Sessions sessions, List<String> customers, SessionNearness nearness) {
    this.sessions = sessions;
    this.customers = customers;
    Map<String, Integer> numbers = HashMap.newHashMap(customers.size());
    for (int customer = 0; customer < customers.size(); customer++) {
      numbers.put(customers.get(customer), customer);
    }
    this.recommender = new SessionsRecommender(sessions, numbers, nearness);
  }

  @Override
  public Recommender recommender() {
    return recommender;
  }

  @Override
  public void write(DataOutputStream out) throws IOException {
    out.writeInt(customers.size());
    for (String customer : customers) {
      out.writeUTF(customer);
    }
    sessions.write(out);
  }
}
