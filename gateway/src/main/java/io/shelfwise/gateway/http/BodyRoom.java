package io.shelfwise.gateway.http;

import io.shelfwise.gateway.GatewaySettings;
import io.shelfwise.rpc.ApiException;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.concurrent.Semaphore;

/**
 * The memory that the bodies of all requests under way may take together. Each is bounded, but not
 * how many callers send one at the same time.
 */
@Singleton
final class BodyRoom {
  /** A body is held as bytes, as text, as JSON and as a message. */
  private static final int SHARE_OF_MEMORY = 8;

  private final Semaphore free;

  /** An eighth of the memory, and room for the largest body at least. */
  @Inject
  BodyRoom(GatewaySettings settings) {
    this(
        Math.clamp(
            Runtime.getRuntime().maxMemory() / SHARE_OF_MEMORY,
            settings.largestBody(),
            Integer.MAX_VALUE));
  }

  /** Room for so many bytes. */
  BodyRoom(int bytes) {
    free = new Semaphore(bytes);
  }

  /**
   * Takes room, to be given back.
   *
   * @throws ApiException RESOURCE_EXHAUSTED if there is not so much: to wait would be to hold the
   *     caller's connection, of which there are as many
   */
  void take(int bytes) {
    if (!free.tryAcquire(bytes)) {
      throw ApiException.exhausted("too many large bodies are sent at once; try again");
    }
  }

  /** Gives back what was taken. */
  void giveBack(int bytes) {
    free.release(bytes);
  }
}
