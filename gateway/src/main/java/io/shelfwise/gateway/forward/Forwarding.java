package io.shelfwise.gateway.forward;

import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.Context;
import io.grpc.Deadline;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.ServerCallHandler;
import io.grpc.ServerServiceDefinition;
import io.grpc.ServiceDescriptor;
import io.shelfwise.gateway.GatewaySettings;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/**
 * Makes, of the services behind the gateway, services of the gateway that have the public rpcs
 * only.
 */
@Singleton
public final class Forwarding {
  /**
   * What goes on of a caller's metadata: that by which a call is found again in logs and traces.
   */
  private static final List<Metadata.Key<String>> KEPT =
      List.of(ascii("traceparent"), ascii("tracestate"), ascii("x-request-id"));

  private final Services services;
  private final Duration deadline;
  private final Duration importDeadline;

  Forwarding(Services services, GatewaySettings settings) {
    this.services = services;
    this.deadline = settings.deadline();
    this.importDeadline = settings.importDeadline();
  }

  /** The services that others own, as the gateway serves them. */
  public List<ServerServiceDefinition> definitions() {
    return PublicService.ALL.stream()
        .filter(service -> !service.owner().equals(PublicService.GATEWAY))
        .map(this::definition)
        .toList();
  }

  private ServerServiceDefinition definition(PublicService service) {
    List<MethodDescriptor<byte[], byte[]>> rpcs =
        service.rpcs().stream().map(Forwarding::ofBytes).toList();
    // Reflection tells of what this descriptor lists.
    ServiceDescriptor.Builder descriptor =
        ServiceDescriptor.newBuilder(service.descriptor().getName())
            .setSchemaDescriptor(
                Objects.requireNonNull(service.descriptor().getSchemaDescriptor()));
    rpcs.forEach(descriptor::addMethod);
    ServerServiceDefinition.Builder definition =
        ServerServiceDefinition.builder(descriptor.build());
    rpcs.forEach(rpc -> definition.addMethod(rpc, handler(rpc, service.owner())));
    return definition.build();
  }

  private ServerCallHandler<byte[], byte[]> handler(
      MethodDescriptor<byte[], byte[]> rpc, String owner) {
    Channel channel = services.channel(owner);
    Duration unlessTold = rpc.getType().clientSendsOneMessage() ? deadline : importDeadline;
    return (call, headers) ->
        new ForwardedCall(owner, call, channel.newCall(rpc, options(unlessTold)))
            .start(kept(headers));
  }

  /** The caller's deadline, or ours. */
  private static CallOptions options(Duration unlessTold) {
    Deadline callers = Context.current().getDeadline();
    return callers == null
        ? CallOptions.DEFAULT.withDeadlineAfter(unlessTold.toNanos(), TimeUnit.NANOSECONDS)
        : CallOptions.DEFAULT.withDeadline(callers);
  }

  private static Metadata kept(Metadata headers) {
    Metadata kept = new Metadata();
    for (Metadata.Key<String> key : KEPT) {
      String value = headers.get(key);
      if (value != null) {
        kept.put(key, value);
      }
    }
    return kept;
  }

  private static MethodDescriptor<byte[], byte[]> ofBytes(MethodDescriptor<?, ?> rpc) {
    return rpc.toBuilder(BytesMarshaller.INSTANCE, BytesMarshaller.INSTANCE).build();
  }

  private static Metadata.Key<String> ascii(String name) {
    return Metadata.Key.of(name, Metadata.ASCII_STRING_MARSHALLER);
  }
}
