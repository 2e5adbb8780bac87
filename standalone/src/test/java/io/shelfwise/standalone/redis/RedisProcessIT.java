package io.shelfwise.standalone.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lettuce.core.RedisClient;
import io.lettuce.core.api.sync.RedisCommands;
import io.shelfwise.standalone.terminal.CommandFailure;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RedisProcessIT {
  @TempDir Path folder;

  @Test
  void whatWasWrittenIsThereAfterARestart() {
    Path spaced = folder.resolve("a \"quoted\" folder");
    try (RedisProcess redis = RedisProcess.start(spaced)) {
      ask(redis, commands -> commands.set("key", "value"));
    }
    try (RedisProcess redis = RedisProcess.start(spaced)) {
      assertThat(ask(redis, commands -> commands.get("key"))).isEqualTo("value");
    }
  }

  @Test
  void itIsReachedOnThisMachineAndWithThePasswordOnly() {
    try (RedisProcess redis = RedisProcess.start(folder)) {
      URI uri = URI.create(redis.uri());
      assertThat(uri.getHost()).isEqualTo("127.0.0.1");
      assertThat(new RedisPing(uri.getPort(), "wrong").ask()).isEqualTo(RedisPing.Answer.SILENT);
      assertThat(folder.resolve("redis.log"))
          .content()
          .doesNotContain(uri.getUserInfo().substring(1));
    }
  }

  @Test
  void closingEndsIt() throws IOException {
    RedisProcess redis = RedisProcess.start(folder);
    int port = URI.create(redis.uri()).getPort();
    redis.close();

    assertThat(new RedisPing(port, "any").ask()).isEqualTo(RedisPing.Answer.SILENT);
    assertThat(folder.resolve("redis.pid")).doesNotExist();
  }

  @Test
  void oneThatAnEarlierRunLeftIsEndedFirst() {
    RedisProcess left = RedisProcess.start(folder);
    ask(left, commands -> commands.set("key", "value"));

    try (RedisProcess redis = RedisProcess.start(folder)) {
      int oldPort = URI.create(left.uri()).getPort();
      assertThat(new RedisPing(oldPort, "any").ask()).isEqualTo(RedisPing.Answer.SILENT);
      assertThat(ask(redis, commands -> commands.get("key"))).isEqualTo("value");
    }
  }

  @Test
  void aPidFileThatNamesSomeoneElseIsOfNoConsequence() throws IOException {
    Files.writeString(folder.resolve("redis.pid"), ProcessHandle.current().pid() + "\n");
    try (RedisProcess redis = RedisProcess.start(folder)) {
      assertThat(ask(redis, RedisCommands::ping)).isEqualTo("PONG");
    }
  }

  @Test
  void aRedisThatBeganAfterThePidFileIsSomeoneElses() throws IOException {
    Path mine = Files.createDirectory(folder.resolve("mine"));
    try (RedisProcess other = RedisProcess.start(folder.resolve("other"))) {
      Path pid = mine.resolve("redis.pid");
      Files.copy(folder.resolve("other/redis.pid"), pid);
      Files.setLastModifiedTime(pid, FileTime.from(Instant.now().minus(Duration.ofHours(1))));

      RedisProcess.endLeftover(mine);
      assertThat(ask(other, RedisCommands::ping)).isEqualTo("PONG");
    }
  }

  @Test
  void anOlderRedisDoesNotTouchTheFilesOfANewerOne() throws IOException {
    Files.writeString(folder.resolve("version"), "99.0\n");
    assertThatThrownBy(() -> RedisProcess.start(folder))
        .isInstanceOf(CommandFailure.class)
        .hasMessageContaining("install redis-server 99.0 or newer");
  }

  @Test
  void theOneOfTheJarRunsToo() {
    RedisBinary binary = RedisBinary.find("", folder.resolve("bin"));
    assertThat(binary.path()).startsWith(folder);
    try (RedisProcess redis = RedisProcess.start(folder, binary)) {
      assertThat(ask(redis, RedisCommands::ping)).isEqualTo("PONG");
    }
  }

  private static String ask(
      RedisProcess redis, Function<RedisCommands<String, String>, String> question) {
    try (RedisClient client = RedisClient.create(redis.uri());
        var connection = client.connect()) {
      return question.apply(connection.sync());
    }
  }
}
