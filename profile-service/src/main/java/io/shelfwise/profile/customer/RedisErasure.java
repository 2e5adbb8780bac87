package io.shelfwise.profile.customer;

import com.google.protobuf.Timestamp;
import io.shelfwise.event.v1.Erasure;
import io.shelfwise.event.v1.Event;
import io.shelfwise.profile.log.Partition;
import io.shelfwise.profile.redis.Redis;
import io.shelfwise.profile.redis.RedisScript;
import io.shelfwise.rpc.ApiException;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;

/**
 * Erases customers: in one step all that is kept of one goes, and the log tells those who follow
 * it. What was read before the step is forgotten by them, and what was not is not there to read.
 */
public final class RedisErasure {
  private static final RedisScript ERASE = RedisScript.beside(RedisErasure.class, "erase.lua");
  private static final byte ERASED = '1';

  private final Redis redis;
  private final RedisCustomers customers;
  private final InstantSource clock;

  /** Erases customers in a Redis. */
  public RedisErasure(Redis redis, RedisCustomers customers, InstantSource clock) {
    this.redis = redis;
    this.customers = customers;
    this.clock = clock;
  }

  /**
   * Erases a customer.
   *
   * @throws ApiException NOT_FOUND if nothing was written of it since it was last erased
   */
  void erase(CustomerName name) {
    Partition partition = customers.partitionOf(name);
    String customer = name.customer();
    List<String> keys =
        List.of(
            partition.log(),
            partition.history(customer),
            partition.seen(customer),
            partition.profile(customer),
            partition.person(customer));
    List<byte[]> arguments = List.of(erasure(name).toByteArray());
    byte[] answer = redis.run(ERASE, List.of(new RedisScript.Call(keys, arguments))).getFirst();
    if (answer[0] != ERASED) {
      // Another was faster.
      throw ApiException.notFound(name.toString());
    }
  }

  private Event erasure(CustomerName name) {
    return Event.newBuilder()
        .setId(UUID.randomUUID().toString())
        .setCustomer(name.toString())
        .setEventTime(Timestamp.newBuilder().setSeconds(clock.instant().getEpochSecond()))
        .setErasure(Erasure.getDefaultInstance())
        .build();
  }
}
