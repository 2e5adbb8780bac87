package io.shelfwise.profile;

import io.shelfwise.rpc.Launch;

/** Runs profile-service as a process of its own. */
public final class ProfileService {
  private ProfileService() {}

  /**
   * Starts; settings come from {@code profile-service.yml}, system properties and the environment.
   */
  public static void main(String[] arguments) {
    Launch.main("profile-service");
  }
}
