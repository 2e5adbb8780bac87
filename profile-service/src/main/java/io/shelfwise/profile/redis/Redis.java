package io.shelfwise.profile.redis;

import io.lettuce.core.LettuceFutures;
import io.lettuce.core.RedisCommandExecutionException;
import io.lettuce.core.RedisException;
import io.lettuce.core.RedisFuture;
import io.lettuce.core.RedisNoScriptException;
import io.lettuce.core.ScriptOutputType;
import io.lettuce.core.cluster.api.async.RedisClusterAsyncCommands;
import io.shelfwise.rpc.ApiException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Redis, as the rest of the service sees it: commands are sent, alone or several at once, and their
 * answers awaited.
 *
 * <p>This is the one place where a failure of Redis becomes an answer to the caller: when Redis is
 * away, late, or cannot take commands, the call is UNAVAILABLE and may be made again. Nothing is
 * queued while Redis is away, and nothing that was under way is sent again by itself; so what is
 * not answered was written wholly or not at all, never later. The connection comes back by itself.
 *
 * <p>Values are bytes, keys and the fields of hashes are text.
 */
public final class Redis implements AutoCloseable {
  private static final Pattern ERROR_IN_SCRIPT =
      Pattern.compile("ERR Error running script .*?: -?([A-Z]{3,}) ");

  private final RedisClients client;
  private final Duration timeout;

  /**
   * A command, not sent yet.
   *
   * @param <T> its answer
   */
  @FunctionalInterface
  public interface Command<T> {
    /** Sends the command. */
    RedisFuture<T> send(RedisClusterAsyncCommands<String, byte[]> to);
  }

  private Redis(RedisClients client, Duration timeout) {
    this.client = client;
    this.timeout = timeout;
  }

  /** Reaches out to Redis; that it is not there yet is no error. */
  public static Redis open(RedisSettings settings) {
    Redis redis = new Redis(RedisClients.of(settings), settings.timeout());
    redis.answers();
    return redis;
  }

  /** Whether Redis answers now. Asking is also what makes the first connection. */
  public boolean answers() {
    try {
      client.connect();
      return "PONG".equals(ask(RedisClusterAsyncCommands::ping));
    } catch (RedisException | ApiException e) {
      return false;
    }
  }

  /** Sends a command and awaits its answer, which is null where Redis has none. */
  public <T> T ask(Command<T> command) {
    return translating(() -> await(command.send(client.commands())));
  }

  /** Sends commands all at once and awaits their answers. */
  public <T> List<T> askAll(List<Command<T>> commands) {
    return translating(
        () -> {
          RedisClusterAsyncCommands<String, byte[]> to = client.commands();
          List<RedisFuture<T>> sent = new ArrayList<>(commands.size());
          commands.forEach(command -> sent.add(command.send(to)));
          List<T> answers = new ArrayList<>(sent.size());
          sent.forEach(future -> answers.add(await(future)));
          return answers;
        });
  }

  /**
   * Runs a script on each set of keys and arguments, all at once, in no order; each run happens
   * wholly or not at all.
   *
   * @return the runs' answers, in the order of the calls
   */
  public List<byte[]> run(RedisScript script, List<RedisScript.Call> calls) {
    return translating(
        () -> {
          RedisClusterAsyncCommands<String, byte[]> to = client.commands();
          List<RedisFuture<byte[]>> sent = new ArrayList<>(calls.size());
          for (RedisScript.Call call : calls) {
            sent.add(
                to.evalsha(
                    script.digest(),
                    ScriptOutputType.VALUE,
                    call.keyArray(),
                    call.argumentArray()));
          }
          List<byte[]> answers = new ArrayList<>(calls.size());
          for (int i = 0; i < calls.size(); i++) {
            answers.add(awaitOrLoad(sent.get(i), script, calls.get(i), to));
          }
          return answers;
        });
  }

  /** A server that has not seen the script yet, or was started anew, is given its text. */
  private byte[] awaitOrLoad(
      RedisFuture<byte[]> run,
      RedisScript script,
      RedisScript.Call call,
      RedisClusterAsyncCommands<String, byte[]> to) {
    try {
      return await(run);
    } catch (RedisNoScriptException e) {
      return await(
          to.eval(script.source(), ScriptOutputType.VALUE, call.keyArray(), call.argumentArray()));
    }
  }

  private <T> T await(RedisFuture<T> future) {
    return LettuceFutures.awaitOrCancel(future, timeout.toNanos(), TimeUnit.NANOSECONDS);
  }

  private static <T> T translating(Supplier<T> step) {
    try {
      return step.get();
    } catch (RedisException e) {
      if (isDefect(e)) {
        throw e;
      }
      throw ApiException.unavailable("Redis");
    }
  }

  private static boolean isDefect(RedisException e) {
    String message = e.getMessage();
    return e instanceof RedisCommandExecutionException && message != null && isDefect(message);
  }

  /**
   * Whether Redis is well and the command was wrong; LOADING, READONLY, CLUSTERDOWN, OOM and their
   * like pass. Before Redis 7 such a word, when it comes up in a script, is wrapped in an ERR.
   */
  static boolean isDefect(String message) {
    Matcher inScript = ERROR_IN_SCRIPT.matcher(message);
    String error = inScript.lookingAt() ? inScript.group(1) : message;
    return error.startsWith("ERR") || error.startsWith("WRONGTYPE");
  }

  @Override
  public void close() {
    client.close();
  }
}
