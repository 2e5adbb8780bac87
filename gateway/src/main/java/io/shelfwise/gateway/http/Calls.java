package io.shelfwise.gateway.http;

import com.google.protobuf.Message;
import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.Metadata;
import io.grpc.Status;
import io.grpc.StatusException;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.BlockingClientCall;
import io.grpc.stub.ClientCalls;
import io.shelfwise.gateway.GatewayServers;
import io.shelfwise.gateway.GatewaySettings;
import io.shelfwise.gateway.forward.PassedError;
import io.shelfwise.gateway.route.RouteTable.Found.Match;
import io.shelfwise.gateway.route.Rpc;
import io.shelfwise.rpc.ApiException;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Makes the calls that requests stand for, to the gateway's own handlers, and waits for the answer.
 */
@Singleton
final class Calls {
  private final Channel channel;
  private final BodyRoom room;
  private final Duration deadline;
  private final Duration importDeadline;

  Calls(GatewayServers servers, GatewaySettings settings, BodyRoom room) {
    this.channel = servers.channel();
    this.room = room;
    this.deadline = settings.deadline();
    this.importDeadline = settings.importDeadline();
  }

  /**
   * Calls a rpc and answers what it answers.
   *
   * @throws StatusRuntimeException as the rpc failed
   * @throws ApiException INVALID_ARGUMENT if the request does not fit the rpc, RESOURCE_EXHAUSTED
   *     if there is no room for its body
   */
  Message call(Match match, String query, RequestBody body)
      throws IOException, InterruptedException {
    Rpc rpc = match.route().rpc();
    if (rpc.takesStream()) {
      RequestReader.requireNone(query);
      return stream(match, body.lines());
    }
    if (match.route().body().isEmpty()) {
      return unary(rpc, RequestReader.read(match, query, ""));
    }
    int taken = body.most();
    room.take(taken);
    try {
      return unary(rpc, RequestReader.read(match, query, body.json()));
    } finally {
      room.giveBack(taken);
    }
  }

  private Message unary(Rpc rpc, Message request) {
    try {
      Message answer =
          ClientCalls.blockingUnaryCall(channel, rpc.method(), within(deadline), request);
      return errorFields(rpc).inJson(answer);
    } catch (StatusRuntimeException e) {
      throw failure(rpc, e.getStatus(), e.getTrailers());
    }
  }

  /**
   * Sends line by line, as fast as the service takes them. What is wrong with a line ends the call.
   */
  private Message stream(Match match, JsonLines lines) throws IOException, InterruptedException {
    Rpc rpc = match.route().rpc();
    BlockingClientCall<Message, Message> call =
        ClientCalls.blockingClientStreamingCall(channel, rpc.method(), within(importDeadline));
    boolean ended = false;
    try {
      boolean taken = true;
      for (String line = lines.next(); taken && line != null; line = lines.next()) {
        taken = call.write(RequestReader.readLine(match, line, lines.where()));
      }
      call.halfClose();
      Message answer = call.read();
      ended = true;
      return errorFields(rpc).inJson(answer);
    } catch (StatusException e) {
      ended = true;
      throw failure(rpc, e.getStatus(), e.getTrailers());
    } finally {
      if (!ended) {
        call.cancel("the request broke off", null);
      }
    }
  }

  private static StatusRuntimeException failure(
      Rpc rpc, Status status, @Nullable Metadata trailers) {
    return errorFields(rpc).inJson(PassedError.of(rpc.owner(), status, trailers));
  }

  private static ErrorFields errorFields(Rpc rpc) {
    return new ErrorFields(rpc.request().getDescriptorForType());
  }

  private static CallOptions within(Duration deadline) {
    return CallOptions.DEFAULT.withDeadlineAfter(deadline.toNanos(), TimeUnit.NANOSECONDS);
  }
}
