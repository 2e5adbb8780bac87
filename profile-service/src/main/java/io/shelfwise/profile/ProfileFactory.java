package io.shelfwise.profile;

import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Factory;
import io.shelfwise.profile.customer.CustomerEndpoint;
import io.shelfwise.profile.customer.MasterKey;
import io.shelfwise.profile.customer.RedisCustomers;
import io.shelfwise.profile.customer.RedisErasure;
import io.shelfwise.profile.customer.RedisHistory;
import io.shelfwise.profile.customer.RedisPersons;
import io.shelfwise.profile.intake.EventIntake;
import io.shelfwise.profile.intake.OutcomeCounters;
import io.shelfwise.profile.log.EventEndpoint;
import io.shelfwise.profile.log.LogEntries;
import io.shelfwise.profile.log.LogTail;
import io.shelfwise.profile.log.RedisLog;
import io.shelfwise.profile.log.RedisStores;
import io.shelfwise.profile.log.Retention;
import io.shelfwise.profile.redis.Redis;
import io.shelfwise.profile.redis.RedisSettings;
import io.shelfwise.rpc.AccessKey;
import io.shelfwise.rpc.RpcServer;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Puts the service together. */
@Factory
final class ProfileFactory {
  private static final Clock CLOCK = Clock.systemUTC();

  @Singleton
  @Bean(preDestroy = "close")
  Redis redis(RedisSettings settings) {
    return Redis.open(settings);
  }

  @Singleton
  RedisStores stores(Redis redis, ProfileSettings settings) {
    return new RedisStores(redis, settings.partitions(), settings.mostStores());
  }

  @Singleton
  LogEntries entries(Redis redis) {
    return new LogEntries(redis);
  }

  @Singleton
  LogTail tail(RedisStores stores, LogEntries entries) {
    return new LogTail(stores, entries);
  }

  @Singleton
  EventEndpoint events(Redis redis, RedisStores stores, LogTail tail, MeterRegistry meters) {
    RedisLog log = new RedisLog(redis, stores, CLOCK, meters);
    return new EventEndpoint(new EventIntake(log, CLOCK, new OutcomeCounters(meters)), tail);
  }

  @Singleton
  CustomerEndpoint customers(
      Redis redis, RedisStores stores, LogEntries entries, ProfileSettings settings) {
    MasterKey key = MasterKey.of(settings.masterKey().orElseThrow());
    RedisCustomers customers =
        new RedisCustomers(redis, stores, new RedisPersons(redis, key), CLOCK);
    return new CustomerEndpoint(
        customers,
        new RedisHistory(redis, customers, entries),
        new RedisErasure(redis, customers, CLOCK));
  }

  @Context
  @Bean(preDestroy = "close")
  RpcServer server(
      ProfileSettings settings,
      AccessKey.Settings access,
      EventEndpoint events,
      CustomerEndpoint customers) {
    return RpcServer.start(
        RpcServer.Settings.of(
            "profile-service",
            settings.listen(),
            access.accessKey(),
            settings.drain(),
            events,
            customers));
  }

  @Context
  @Bean(preDestroy = "close")
  Readiness readiness(RpcServer server, Redis redis, LogTail tail, ProfileSettings settings) {
    return new Readiness(server, redis, tail, settings.pingEvery());
  }

  @Context
  @Bean(preDestroy = "close")
  Forgetting forgetting(
      Redis redis, RedisStores stores, LogEntries entries, ProfileSettings settings) {
    return Forgetting.start(
        settings.retention().map(keep -> new Retention(redis, stores, entries, keep, CLOCK)),
        settings.sweepEvery());
  }
}
