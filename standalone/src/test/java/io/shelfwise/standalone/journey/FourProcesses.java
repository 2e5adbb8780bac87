package io.shelfwise.standalone.journey;

import io.shelfwise.profile.redis.RedisForTests;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Each service as a process of its own, with its own {@code main}, as on a cluster. */
final class FourProcesses implements Site {
  private static final String KEY = "a-key-that-services-show-each-other";
  private static final String MASTER_KEY = "bm90IGEgc2VjcmV0OiBvbmx5IHRlc3RzIHVzZSBpdC4=";

  private final Map<String, Process> processes = new LinkedHashMap<>();
  private final RedisForTests redis = RedisForTests.start();
  private final List<Integer> ports = FreePorts.find(9);
  private final Path data;

  FourProcesses(Path data) {
    this.data = data;
    start(
        "profile",
        Map.of(
            "shelfwise.profile.listen", local(ports.get(0)),
            "shelfwise.profile.redis.uri", redis.uri(),
            "shelfwise.profile.master-key", MASTER_KEY,
            "micronaut.server.port", port(1)));
    start(
        "value",
        Map.of(
            "shelfwise.value.listen", local(ports.get(2)),
            "shelfwise.value.profile-target", local(ports.get(0)),
            "shelfwise.value.recommend-target", local(ports.get(4)),
            "shelfwise.value.data-directory", data.resolve("value").toString(),
            "micronaut.server.port", port(3)));
    start(
        "recommend",
        Map.of(
            "shelfwise.recommend.listen", local(ports.get(4)),
            "shelfwise.recommend.profile-target", local(ports.get(0)),
            "shelfwise.recommend.data-directory", data.resolve("recommend").toString(),
            "micronaut.server.port", port(5)));
    start(
        "gateway",
        Map.of(
            "shelfwise.gateway.listen", local(ports.get(6)),
            "shelfwise.gateway.profile-target", local(ports.get(0)),
            "shelfwise.gateway.value-target", local(ports.get(2)),
            "shelfwise.gateway.recommend-target", local(ports.get(4)),
            "shelfwise.gateway.open", "true",
            "micronaut.server.port", port(7),
            "endpoints.all.port", port(8)));
  }

  private void start(String service, Map<String, String> settings) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of(
            "-Xmx512m",
            "-XX:TieredStopAtLevel=1",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-cp",
            classPath(service),
            "-Dshelfwise.access.key=" + KEY));
    settings.forEach((name, value) -> command.add("-D" + name + "=" + value));
    command.add(mainClass(service));
    try {
      processes.put(
          service,
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(data.resolve(service + ".log").toFile())
              .start());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Ours without the other services: their beans would start too. */
  private static String classPath(String service) {
    List<String> others =
        Stream.of("profile-service", "value-service", "recommend-service", "gateway", "standalone")
            .filter(module -> !module.startsWith(service))
            .map(module -> File.separator + module + File.separator + "target")
            .toList();
    return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
        .filter(entry -> others.stream().noneMatch(entry::contains))
        .collect(Collectors.joining(File.pathSeparator));
  }

  private static String mainClass(String service) {
    String name = Character.toUpperCase(service.charAt(0)) + service.substring(1);
    return "io.shelfwise." + service + "." + name + "Service";
  }

  private static String local(int port) {
    return "127.0.0.1:" + port;
  }

  private String port(int place) {
    return Integer.toString(ports.get(place));
  }

  /** The process of a service. */
  Process process(String service) {
    return Objects.requireNonNull(processes.get(service), service);
  }

  /** Where a service takes gRPC. */
  String grpc(String service) {
    return local(
        ports.get(2 * List.of("profile", "value", "recommend", "gateway").indexOf(service)));
  }

  @Override
  public URI rest() {
    return URI.create("http://" + local(ports.get(7)));
  }

  @Override
  public String grpc() {
    return grpc("gateway");
  }

  @Override
  public List<URI> management() {
    return List.of(1, 3, 5, 8).stream()
        .map(place -> URI.create("http://" + local(ports.get(place))))
        .toList();
  }

  @Override
  public RedisForTests redis() {
    return redis;
  }

  @Override
  public void close() {
    processes.values().forEach(Process::destroy);
    processes.values().forEach(FourProcesses::await);
    redis.close();
  }

  private static void await(Process process) {
    try {
      if (!process.waitFor(20, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
