package io.shelfwise.recommend;

import static org.assertj.core.api.Assertions.assertThat;

import io.shelfwise.candidate.v1.CandidateList;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the service keeps over a restart, a damage, an erasure, and the loss of the log. */
class ServiceMemoryTest extends StartedService {
  @Test
  void whoIsErasedIsForgottenAtOnceAndByTheModelsWithTheNextTraining() {
    fillShop();
    train();
    assertThat(propose(forCustomer("tea-0")).getLists(0).getCandidatesCount()).isPositive();

    log.erase("shop", "tea-0");

    await(() -> propose(forCustomer("tea-0")).getLists(0).getCandidatesCount() == 0);
    assertThat(firstRecommender().getCustomerCount()).isEqualTo(16);
    train();
    assertThat(firstRecommender().getCustomerCount()).isEqualTo(15);
  }

  @Test
  void aRestartGoesOnWhereItStopped() {
    fillShop();
    train();
    List<CandidateList> before = propose(forCustomer("tea-0")).getListsList();

    service.close();
    service = launch();

    // The models are there at once, and so is what the customer did.
    assertThat(propose(forCustomer("tea-0")).getListsList()).isEqualTo(before);
    log.view("shop", "newcomer", "hammer");
    await(() -> propose(forCustomer("newcomer")).getLists(0).getCandidatesCount() > 0);
  }

  @Test
  void damagedSnapshotsAreMadeAnewFromTheLog() throws IOException {
    fillShop();
    train();
    List<CandidateList> before = propose(forCustomer("tea-0")).getListsList();

    service.close();
    damage(data.resolve("interactions.snapshot"));
    damage(data.resolve("models/shop/user-knn.model"));
    service = launch();

    await(() -> propose(forCustomer("tea-0")).getMissingList().equals(List.of("user-knn")));
    train();
    assertThat(propose(forCustomer("tea-0")).getListsList()).isEqualTo(before);
  }

  @Test
  void whatIsWrittenAgainAfterTheLogWasLostCountsOnce() {
    fillShop();
    train();
    List<CandidateList> before = propose(forCustomer("tea-0")).getListsList();
    long models = modelFiles();

    log.replace();
    await(() -> propose(onlyPopular("tea-0")).getProductsCount() == 0);
    assertThat(models).isPositive();
    await(() -> modelFiles() == 0);
    assertThat(propose(forCustomer("tea-0")).getMissingList())
        .contains("user-knn", "co-occurrence");

    buyEverything();
    train();
    await(() -> propose(forCustomer("tea-0")).getListsList().equals(before));
  }

  @Test
  void whatWasKeptOfALogThatWasLostIsNotUsed() {
    fillShop();
    train();
    service.close();

    log.replace();
    log.buy("shop", "ann", "hammer");
    service = launch();

    await(() -> popularNames().equals(List.of("stores/shop/products/hammer")));
    assertThat(propose(forCustomer("tea-0")).getMissingList())
        .contains("user-knn", "co-occurrence");
  }

  /** Counted by their names: a file may go while it is counted. */
  private long modelFiles() {
    File[] stores = data.resolve("models").toFile().listFiles();
    return Stream.ofNullable(stores)
        .flatMap(Arrays::stream)
        .map(File::list)
        .filter(Objects::nonNull)
        .mapToLong(names -> names.length)
        .sum();
  }

  private static void damage(Path file) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    bytes[bytes.length / 2] ^= 1;
    Files.write(file, bytes);
  }
}
