package io.shelfwise.recommend;

import io.shelfwise.rpc.Launch;

/** recommend-service as a process of its own. */
public final class RecommendService {
  private RecommendService() {}

  /** Starts recommend-service; it ends with the process. */
  public static void main(String[] arguments) {
    Launch.main("recommend-service");
  }
}
