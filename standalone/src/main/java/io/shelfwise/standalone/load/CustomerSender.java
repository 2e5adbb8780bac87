package io.shelfwise.standalone.load;

import io.grpc.Channel;
import io.grpc.Status;
import io.shelfwise.customer.v1.Customer;
import io.shelfwise.customer.v1.CustomerServiceGrpc;
import io.shelfwise.customer.v1.CustomerServiceGrpc.CustomerServiceFutureStub;
import io.shelfwise.customer.v1.UpdateCustomerRequest;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/**
 * Sends a chunk of customers. There is no stream for them, so each is a call of its own; only a few
 * are under way at a time, because a service refuses callers that ask too much at once.
 */
final class CustomerSender {
  private static final int UNDER_WAY = 64;

  private final Channel channel;
  private final Duration deadline;
  private final List<Customer> chunk;
  private final SortedMap<Integer, String> rejected = new TreeMap<>();

  CustomerSender(Channel channel, Duration deadline, List<Customer> chunk) {
    this.channel = channel;
    this.deadline = deadline;
    this.chunk = chunk;
  }

  Receipt send() {
    List<Integer> left = IntStream.range(0, chunk.size()).boxed().toList();
    for (int i = 1; !left.isEmpty(); i++) {
      if (i > 1) {
        Retry.pause();
      }
      left = send(left, i == Retry.TRIES);
    }
    return new Receipt(chunk.size() - rejected.size(), 0, rejected);
  }

  /** Sends these, and tells which must be sent again; in the last round none may. */
  private List<Integer> send(List<Integer> places, boolean last) {
    List<Integer> again = new ArrayList<>();
    Deque<Answer> underWay = new ArrayDeque<>(UNDER_WAY);
    for (int place : places) {
      if (underWay.size() == UNDER_WAY) {
        await(underWay.remove(), last, again);
      }
      underWay.add(new Answer(place, update(chunk.get(place))));
    }
    underWay.forEach(answer -> await(answer, last, again));
    return again;
  }

  private Future<Customer> update(Customer customer) {
    CustomerServiceFutureStub service =
        CustomerServiceGrpc.newFutureStub(channel)
            .withDeadlineAfter(deadline.toSeconds(), TimeUnit.SECONDS);
    return service.updateCustomer(UpdateCustomerRequest.newBuilder().setCustomer(customer).build());
  }

  private void await(Answer answer, boolean last, List<Integer> again) {
    try {
      answer.customer().get();
    } catch (ExecutionException e) {
      Status status = Status.fromThrowable(e);
      if (status.getCode() == Status.Code.INVALID_ARGUMENT) {
        rejected.put(answer.place(), String.valueOf(status.getDescription()));
      } else if (Retry.mayHelp(status) && !last) {
        again.add(answer.place());
      } else {
        throw status.asRuntimeException();
      }
    } catch (InterruptedException e) {
      throw Retry.interrupted(e);
    }
  }

  /** What is under way, and for which place in the chunk. */
  private record Answer(int place, Future<Customer> customer) {}
}
