package io.shelfwise.standalone.k8s;

import static io.shelfwise.standalone.k8s.Base.pod;
import static org.assertj.core.api.Assertions.assertThat;

import io.shelfwise.rpc.RpcServer;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is claimed of the manifests holds for every one of them. */
class BaseTest {
  private static final List<String> SERVICES =
      List.of("gateway", "profile-service", "value-service", "recommend-service");

  private final Base base = Base.render();

  @Test
  void theFourServicesAndRedisAreThere() {
    assertThat(base.workloads())
        .extracting(Manifest::name)
        .containsAll(SERVICES)
        .contains("redis")
        .hasSize(SERVICES.size() + 1);
  }

  @Test
  void noPodCanBecomeRootOrCallTheCluster() {
    assertThat(base.workloads())
        .allSatisfy(
            workload -> {
              Manifest pod = pod(workload);
              assertThat(pod.text("securityContext", "runAsNonRoot")).isEqualTo("true");
              assertThat(pod.text("securityContext", "seccompProfile", "type"))
                  .isEqualTo("RuntimeDefault");
              assertThat(pod.text("automountServiceAccountToken")).isEqualTo("false");
            });
    assertThat(base.containers())
        .allSatisfy(
            container -> {
              Manifest context = container.at("securityContext");
              assertThat(context.text("allowPrivilegeEscalation")).isEqualTo("false");
              assertThat(context.text("readOnlyRootFilesystem")).isEqualTo("true");
              assertThat(context.text("capabilities", "drop")).isEqualTo("[ALL]");
            });
  }

  @Test
  void everyContainerSaysWhatItNeedsAndWhichImageItIs() {
    assertThat(base.containers())
        .allSatisfy(
            container -> {
              assertThat(container.text("resources", "requests", "cpu")).isNotEmpty();
              assertThat(container.text("resources", "requests", "memory")).isNotEmpty();
              assertThat(container.text("resources", "limits", "memory")).isNotEmpty();
              assertThat(container.text("image")).matches("[a-z/-]+:[0-9]+\\.[0-9]+\\.[0-9]+");
            });
  }

  @Test
  void servicesAreProbedOverGrpcAndGetCallsWhenTheyAreReady() {
    assertThat(base.workloads().filter(workload -> SERVICES.contains(workload.name())))
        .allSatisfy(
            workload -> {
              Manifest service = pod(workload).list("containers").getFirst();
              String port =
                  service.list("ports").stream()
                      .filter(open -> open.text("name").equals("grpc"))
                      .map(open -> open.text("containerPort"))
                      .findFirst()
                      .orElseThrow();
              for (String probe : List.of("startupProbe", "livenessProbe", "readinessProbe")) {
                assertThat(service.text(probe, "grpc", "port")).isEqualTo(port);
              }
              assertThat(service.text("readinessProbe", "grpc", "service"))
                  .isEqualTo(RpcServer.READINESS);
            });
  }

  @Test
  void everyServiceLeadsToAPortOfItsPod() {
    assertThat(base.ofKind("Service"))
        .allSatisfy(
            service ->
                assertThat(Base.containers(behind(service)))
                    .flatExtracting(container -> container.list("ports"))
                    .extracting(port -> port.text("name"))
                    .containsAll(
                        service.list("spec", "ports").stream()
                            .map(port -> port.text("targetPort"))
                            .toList()))
        .hasSize(SERVICES.size() + 1);
  }

  private Manifest behind(Manifest service) {
    var selector = service.at("spec", "selector").fields().entrySet();
    return base.workloads()
        .filter(
            workload ->
                workload
                    .at("spec", "template", "metadata", "labels")
                    .fields()
                    .entrySet()
                    .containsAll(selector))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void nobodyMayTalkUnlessAPolicySaysSo() {
    assertThat(base.ofKind("NetworkPolicy"))
        .filteredOn(policy -> policy.at("spec", "podSelector").fields().isEmpty())
        .filteredOn(policy -> policy.list("spec", "ingress").isEmpty())
        .filteredOn(policy -> policy.list("spec", "egress").isEmpty())
        .extracting(policy -> policy.text("spec", "policyTypes"))
        .containsExactly("[Ingress, Egress]");
  }

  @Test
  void onlyProfileServiceReachesRedis() {
    assertThat(
            base.ofKind("NetworkPolicy")
                .filter(policy -> selects(policy.at("spec", "podSelector"), "redis")))
        .flatExtracting(policy -> policy.list("spec", "ingress"))
        .flatExtracting(way -> way.list("from"))
        .hasSize(1)
        .allMatch(caller -> selects(caller.at("podSelector"), "profile-service"));
  }

  private static boolean selects(Manifest selector, String name) {
    return selector.text("matchLabels", "app.kubernetes.io/name").equals(name);
  }

  @Test
  void secretsAreReferredToOnlyAndTheManualSaysHowToMakeEach() throws IOException {
    assertThat(base.ofKind("Secret")).isEmpty();
    Stream<Manifest> references =
        base.variables()
            .map(variable -> variable.at("valueFrom", "secretKeyRef"))
            .filter(reference -> !reference.fields().isEmpty());
    String manual = Files.readString(Base.ROOT.resolve("docs/operations.md"));
    assertThat(references)
        .isNotEmpty()
        .allSatisfy(
            reference -> {
              assertThat(reference.text("name")).isEqualTo("shelfwise");
              assertThat(manual).contains("--from-literal=" + reference.text("key") + "=");
            });
  }
}
