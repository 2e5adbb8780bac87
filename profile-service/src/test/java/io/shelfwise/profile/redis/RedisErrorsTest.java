package io.shelfwise.profile.redis;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Errors in the words of Redis 6.2 and 7. */
class RedisErrorsTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "OOM command not allowed when used memory > 'maxmemory'.",
        "OOM command not allowed when used memory > 'maxmemory'. script: f1, on @user_script:3.",
        "ERR Error running script (call to f_1): @user_script:3: -OOM command not allowed when"
            + " used memory > 'maxmemory'.",
        "ERR Error running script (call to f_1): @user_script:3: -READONLY You can't write against"
            + " a read only replica.",
        "ERR Error running script (call to f_1): @user_script:3: -MISCONF Redis is configured to"
            + " save RDB snapshots, but is currently not able to persist on disk.",
        "LOADING Redis is loading the dataset in memory"
      })
  void thatRedisCannotJustNowPasses(String message) {
    assertThat(Redis.isDefect(message)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ERR unknown command",
        "WRONGTYPE Operation against a key holding the wrong kind of value",
        "ERR Error running script (call to f_1): @user_script:3: WRONGTYPE Operation against a key"
            + " holding the wrong kind of value",
        "ERR Error running script (call to f_1): @user_script:3: user_script:3: attempt to index a"
            + " nil value"
      })
  void aWrongCommandIsADefect(String message) {
    assertThat(Redis.isDefect(message)).isTrue();
  }
}
