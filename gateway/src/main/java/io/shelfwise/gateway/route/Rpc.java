package io.shelfwise.gateway.route;

import com.google.protobuf.Descriptors;
import com.google.protobuf.Message;
import io.grpc.MethodDescriptor;
import io.grpc.MethodDescriptor.PrototypeMarshaller;
import io.shelfwise.gateway.forward.PublicService;
import java.util.Objects;

/**
 * A public rpc, as it is called with messages.
 *
 * @param owner the service that answers it
 * @param method how it is called
 * @param schema how it stands in its proto
 * @param request an empty request
 */
public record Rpc(
    String owner,
    MethodDescriptor<Message, Message> method,
    Descriptors.MethodDescriptor schema,
    Message request) {

  /** The rpc of a generated method. */
  // Every message of generated code is a Message.
  @SuppressWarnings("unchecked")
  static Rpc of(String owner, MethodDescriptor<?, ?> generated) {
    MethodDescriptor<Message, Message> method = (MethodDescriptor<Message, Message>) generated;
    var marshaller = (PrototypeMarshaller<Message>) method.getRequestMarshaller();
    return new Rpc(
        owner,
        method,
        PublicService.schema(generated),
        Objects.requireNonNull(marshaller.getMessagePrototype()));
  }

  /** Whether its request is a stream, which over HTTP is JSON Lines. */
  public boolean takesStream() {
    return !method.getType().clientSendsOneMessage();
  }
}
