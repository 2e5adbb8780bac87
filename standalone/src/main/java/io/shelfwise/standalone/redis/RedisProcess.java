package io.shelfwise.standalone.redis;

import io.shelfwise.standalone.terminal.CommandFailure;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A {@code redis-server} that lives as long as we do, reached on this machine only, with a password
 * made for this run.
 *
 * <p>It keeps an append-only file in its folder. It is told its settings through its standard
 * input, so that the password stands in no file and in no list of processes. It runs as a daemon: a
 * Ctrl-C in the terminal goes to every process of the terminal's group, and Redis must outlive the
 * services that write to it. If we are killed without warning it is left running; the next start
 * finds it by its pid file and ends it. On Windows, which knows no daemons, it is a child of ours.
 */
public final class RedisProcess implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(RedisProcess.class);
  private static final boolean WINDOWS = File.pathSeparatorChar == ';';
  private static final Duration LONGEST_START = Duration.ofSeconds(10);
  private static final Duration LONGEST_END = Duration.ofSeconds(10);

  /** The system reckons when a process began from the time of its own start, in whole seconds. */
  private static final Duration CLOCK_ERROR = Duration.ofSeconds(5);

  private static final Duration PAUSE = Duration.ofMillis(10);
  private static final int TRIES = 3;
  private static final int LOG_LINES = 5;

  private final Path directory;
  private final RedisPing ping;
  private final ProcessHandle process;

  private RedisProcess(Path directory, RedisPing ping, ProcessHandle process) {
    this.directory = directory;
    this.ping = ping;
    this.process = process;
  }

  /**
   * Starts a server and waits until it answers, however long it takes to read its file.
   *
   * @param directory where it keeps its file, its log and its pid; made if it is not there
   * @throws CommandFailure if it does not start, with the end of its log
   */
  public static RedisProcess start(Path directory) {
    String searchPath = Optional.ofNullable(System.getenv("PATH")).orElse("");
    return start(directory, RedisBinary.find(searchPath, directory.resolve("bin")));
  }

  static RedisProcess start(Path directory, RedisBinary binary) {
    try {
      Files.createDirectories(directory);
      endLeftover(directory);
      refuseOlder(binary, directory.resolve("version"));
      return launched(binary, directory);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static RedisProcess launched(RedisBinary binary, Path directory) throws IOException {
    // Between our finding a free port and its being taken by Redis someone else can take it.
    for (int i = 1; ; i++) {
      RedisPing ping = new RedisPing(freePort(), password());
      launch(binary, directory, ping);
      Optional<ProcessHandle> process = await(directory, ping);
      if (process.isPresent()) {
        log.info("Redis {} answers on 127.0.0.1:{}", binary.version(), ping.port());
        return new RedisProcess(directory, ping, process.get());
      }
      endLeftover(directory);
      if (i == TRIES) {
        throw new CommandFailure("Redis does not start: " + endOfLog(directory));
      }
    }
  }

  /** Where it is reached: {@code redis://:PASSWORD@127.0.0.1:PORT}. */
  public String uri() {
    return "redis://:" + ping.password() + "@127.0.0.1:" + ping.port();
  }

  /** Ends it; when this returns, everything is in its file. */
  @Override
  public void close() {
    end(process, pidFile(directory));
  }

  private static void launch(RedisBinary binary, Path directory, RedisPing ping)
      throws IOException {
    Process launcher =
        new ProcessBuilder(binary.path().toString(), "-")
            .directory(directory.toFile())
            .redirectErrorStream(true)
            .redirectOutput(directory.resolve("start.log").toFile())
            .start();
    try (OutputStream settings = launcher.getOutputStream()) {
      settings.write(settings(directory, ping).getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      log.debug("Redis ended before it read its settings", e);
    }
  }

  private static String settings(Path directory, RedisPing ping) {
    return """
        bind 127.0.0.1
        port %d
        requirepass %s
        daemonize %s
        dir %s
        pidfile %s
        logfile %s
        appendonly yes
        appendfsync everysec
        save ""
        maxmemory-policy noeviction
        """
        .formatted(
            ping.port(),
            ping.password(),
            WINDOWS ? "no" : "yes",
            quoted(directory),
            quoted(pidFile(directory)),
            quoted(directory.resolve("redis.log")));
  }

  private static String quoted(Path path) {
    String text = path.toAbsolutePath().toString();
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }

  /** The process, once it answers; empty if it did not come up. */
  private static Optional<ProcessHandle> await(Path directory, RedisPing ping) {
    long end = System.nanoTime() + LONGEST_START.toNanos();
    while (true) {
      Optional<ProcessHandle> process = leftover(directory);
      switch (ping.ask()) {
        case ANSWERS -> {
          if (process.isPresent()) {
            return process;
          }
        }
        case LOADING -> end = System.nanoTime() + LONGEST_START.toNanos();
        case SILENT -> {}
      }
      if (System.nanoTime() > end) {
        return Optional.empty();
      }
      pause();
    }
  }

  /**
   * An older Redis would not read a newer one's file: it would begin anew, and the shop would be
   * empty.
   */
  private static void refuseOlder(RedisBinary binary, Path file) throws IOException {
    if (Files.exists(file)) {
      RedisBinary.Version last = RedisBinary.Version.parse(Files.readString(file));
      if (binary.version().compareTo(last) < 0) {
        throw new CommandFailure(
            "%s is of Redis %s, and only %s is here (%s): install redis-server %s or newer"
                .formatted(file.getParent(), last, binary.version(), binary.path(), last));
      }
    }
    Files.writeString(file, binary.version() + "\n");
  }

  /** Ends the server that a killed run left in a folder, if there is one. */
  public static void endLeftover(Path directory) {
    leftover(directory)
        .ifPresent(
            process -> {
              log.warn("ending the Redis (pid {}) that an earlier run left", process.pid());
              end(process, pidFile(directory));
            });
  }

  /**
   * The process that the pid file names, if it is alive and a Redis that was there when the file
   * was written: pids are given again, after a reboot perhaps to somebody else's Redis.
   */
  private static Optional<ProcessHandle> leftover(Path directory) {
    Path file = pidFile(directory);
    try {
      if (!Files.exists(file)) {
        return Optional.empty();
      }
      Instant written = Files.getLastModifiedTime(file).toInstant();
      return ProcessHandle.of(Long.parseLong(Files.readString(file).strip()))
          .filter(RedisProcess::isRedis)
          .filter(process -> wasThere(process, written));
    } catch (IOException | NumberFormatException e) {
      return Optional.empty(); // half written, or just taken away
    }
  }

  private static boolean wasThere(ProcessHandle process, Instant time) {
    return process
        .info()
        .startInstant()
        .filter(start -> !start.isAfter(time.plus(CLOCK_ERROR)))
        .isPresent();
  }

  private static boolean isRedis(ProcessHandle process) {
    return process
        .info()
        .command()
        .filter(c -> c.contains("redis") || c.contains("valkey"))
        .isPresent();
  }

  /**
   * Asks the process to end, and ends it if it does not. That its pid file is gone counts as ended:
   * where no one collects dead processes, as in some containers, it would seem alive for ever.
   */
  private static void end(ProcessHandle process, Path pidFile) {
    process.destroy();
    long end = System.nanoTime() + LONGEST_END.toNanos();
    while (process.isAlive() && Files.exists(pidFile)) {
      if (System.nanoTime() > end) {
        log.warn("Redis (pid {}) does not end; it is killed", process.pid());
        process.destroyForcibly();
        return;
      }
      pause();
    }
  }

  private static void pause() {
    try {
      TimeUnit.NANOSECONDS.sleep(PAUSE.toNanos());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CommandFailure("interrupted while waiting for Redis", e);
    }
  }

  private static Path pidFile(Path directory) {
    return directory.resolve("redis.pid");
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private static String password() {
    byte[] secret = new byte[24];
    new SecureRandom().nextBytes(secret);
    return HexFormat.of().formatHex(secret);
  }

  private static String endOfLog(Path directory) throws IOException {
    for (String name : List.of("redis.log", "start.log")) {
      Path file = directory.resolve(name);
      if (Files.exists(file) && Files.size(file) > 0) {
        List<String> lines = Files.readAllLines(file);
        return String.join(
            " | ", lines.subList(Math.max(0, lines.size() - LOG_LINES), lines.size()));
      }
    }
    return "it left no log in " + directory;
  }
}
