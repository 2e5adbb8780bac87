package io.shelfwise.standalone.process;

import io.shelfwise.standalone.redis.RedisProcess;
import io.shelfwise.standalone.terminal.CommandFailure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The folder of one shop, for one process at a time. The lock ends with the process, however it
 * ends.
 *
 * <p>A folder for a single run is deleted at the end of the run. What a run left that was killed is
 * put in order by the next.
 */
public final class DataDirectory implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(DataDirectory.class);
  private static final String PASSING = "shelfwise-demo-";

  private final Path path;
  private final FileChannel lock;
  private final boolean passing;

  private DataDirectory(Path path, FileChannel lock, boolean passing) {
    this.path = path;
    this.lock = lock;
    this.passing = passing;
  }

  /**
   * A folder that stays.
   *
   * @throws CommandFailure if another process has it
   */
  public static DataDirectory keep(Path path) {
    try {
      Files.createDirectories(path);
      return lock(path, false);
    } catch (IOException e) {
      throw new CommandFailure("the folder " + path + " cannot be used: " + e.getMessage(), e);
    }
  }

  /** A folder for this run only. */
  public static DataDirectory forThisRun() {
    try {
      Path path = Files.createTempDirectory(PASSING);
      clearLeftovers(path);
      return lock(path, true);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The folder. */
  public Path path() {
    return path;
  }

  /** A place in the folder. */
  public Path resolve(String name) {
    return path.resolve(name);
  }

  private static DataDirectory lock(Path path, boolean passing) throws IOException {
    FileChannel channel =
        FileChannel.open(path.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    if (isLocked(channel)) {
      return new DataDirectory(path, channel, passing);
    }
    channel.close();
    throw new CommandFailure(
        "the folder " + path + " is in use by another shelfwise; choose another with --data");
  }

  private static boolean isLocked(FileChannel channel) throws IOException {
    try {
      FileLock lock = channel.tryLock();
      return lock != null;
    } catch (OverlappingFileLockException e) {
      return false; // by this same process
    }
  }

  /** Takes away the folders of runs that were killed, and ends the Redis of each. */
  private static void clearLeftovers(Path mine) throws IOException {
    try (Stream<Path> folders = Files.list(mine.getParent())) {
      for (Path folder : folders.filter(f -> isLeftover(f, mine)).toList()) {
        clearLeftover(folder);
      }
    }
  }

  private static void clearLeftover(Path folder) throws IOException {
    try (DataDirectory leftover = lock(folder, true)) {
      RedisProcess.endLeftover(leftover.resolve(Standalone.REDIS_FOLDER));
    } catch (CommandFailure e) {
      log.debug("{} is at work", folder);
    }
  }

  private static boolean isLeftover(Path folder, Path mine) {
    try {
      return folder.getFileName().toString().startsWith(PASSING)
          && !folder.equals(mine)
          && Files.exists(folder.resolve("lock"))
          && Files.getOwner(folder).equals(Files.getOwner(mine));
    } catch (IOException e) {
      return false; // just taken away
    }
  }

  /** Gives the folder free, and deletes it if it was for one run. */
  @Override
  public void close() {
    try {
      if (passing) {
        delete(path);
      }
      lock.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void delete(Path folder) throws IOException {
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.deleteIfExists(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path directory, IOException failure)
              throws IOException {
            Files.deleteIfExists(directory);
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
