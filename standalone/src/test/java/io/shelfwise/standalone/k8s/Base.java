package io.shelfwise.standalone.k8s;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The objects of {@code k8s/base}, as {@code kubectl kustomize} renders them. */
record Base(List<Manifest> objects) {
  /** The project's folder. */
  static final Path ROOT = Path.of("..");

  /** Renders them; without kubectl, the tests that ask for it are skipped. */
  static Base render() {
    assumeTrue(kubectlIsThere(), "kubectl is not on the path");
    try {
      Process kubectl =
          new ProcessBuilder("kubectl", "kustomize", ROOT.resolve("k8s/base").toString())
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .start();
      byte[] rendered = kubectl.getInputStream().readAllBytes();
      assertThat(kubectl.waitFor()).isZero();
      return new Base(Manifest.all(new String(rendered, StandardCharsets.UTF_8)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  private static boolean kubectlIsThere() {
    return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, "kubectl")));
  }

  Stream<Manifest> ofKind(String... kinds) {
    return objects.stream().filter(object -> List.of(kinds).contains(object.kind()));
  }

  Stream<Manifest> workloads() {
    return ofKind("Deployment", "StatefulSet");
  }

  Stream<Manifest> containers() {
    return workloads().flatMap(Base::containers);
  }

  /** The environment variables that containers are given one by one. */
  Stream<Manifest> variables() {
    return containers().flatMap(container -> container.list("env").stream());
  }

  static Manifest pod(Manifest workload) {
    return workload.at("spec", "template", "spec");
  }

  static Stream<Manifest> containers(Manifest workload) {
    return Stream.concat(
        pod(workload).list("containers").stream(), pod(workload).list("initContainers").stream());
  }
}
