package io.shelfwise.standalone.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.ManagedChannel;
import io.grpc.Server;
import io.grpc.Status;
import io.grpc.inprocess.InProcessChannelBuilder;
import io.grpc.inprocess.InProcessServerBuilder;
import io.grpc.stub.StreamObserver;
import io.shelfwise.customer.v1.Customer;
import io.shelfwise.customer.v1.CustomerServiceGrpc;
import io.shelfwise.customer.v1.UpdateCustomerRequest;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class SendersTest {
  private static final int AT_ONCE = 64;
  private static final long POLL_NANOS = 100_000;

  private final BusyCustomers customers = new BusyCustomers();
  private final Server server =
      InProcessServerBuilder.forName("senders-test")
          .executor(Executors.newVirtualThreadPerTaskExecutor())
          .addService(customers)
          .build();
  private final ManagedChannel channel =
      InProcessChannelBuilder.forName("senders-test").directExecutor().build();

  @BeforeEach
  void start() throws IOException {
    server.start();
  }

  @AfterEach
  void end() {
    channel.shutdownNow();
    server.shutdownNow();
  }

  @Test
  void customersAreSentAFewAtATimeAndAgainIfThatWasTooMuch() {
    List<Customer> chunk =
        IntStream.range(0, 500)
            .mapToObj(i -> Customer.newBuilder().setName("customers/" + i).build())
            .toList();

    Receipt receipt = new Senders("stores/test").customers(channel).send(chunk);

    assertThat(receipt.written()).isEqualTo(500);
    assertThat(receipt.rejected()).isEmpty();
    assertThat(customers.updated).hasSize(500);
    assertThat(customers.refusedForTooMany).isEmpty();
  }

  /**
   * Takes {@value #AT_ONCE} calls at a time, each until the sender waits for an answer, and refuses
   * every tenth customer once.
   */
  private static final class BusyCustomers extends CustomerServiceGrpc.CustomerServiceImplBase {
    private final Thread sender = Thread.currentThread();
    private final Semaphore room = new Semaphore(AT_ONCE);
    private final Set<String> updated = ConcurrentHashMap.newKeySet();
    private final Set<String> refusedOnce = ConcurrentHashMap.newKeySet();
    private final Set<String> refusedForTooMany = ConcurrentHashMap.newKeySet();

    @Override
    public void updateCustomer(UpdateCustomerRequest request, StreamObserver<Customer> answer) {
      String name = request.getCustomer().getName();
      if (!room.tryAcquire()) {
        refusedForTooMany.add(name);
        answer.onError(Status.RESOURCE_EXHAUSTED.asException());
        return;
      }
      boolean refused = name.endsWith("0") && refusedOnce.add(name);
      if (!refused) {
        updated.add(name);
      }
      while (sender.getState() == Thread.State.RUNNABLE
          || sender.getState() == Thread.State.BLOCKED) {
        LockSupport.parkNanos(POLL_NANOS);
      }
      room.release();
      if (refused) {
        answer.onError(Status.RESOURCE_EXHAUSTED.asException());
      } else {
        answer.onNext(request.getCustomer());
        answer.onCompleted();
      }
    }
  }
}
