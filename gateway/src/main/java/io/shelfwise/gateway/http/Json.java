package io.shelfwise.gateway.http;

import com.google.protobuf.Any;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import com.google.protobuf.util.JsonFormat;
import com.google.rpc.ErrorDetailsProto;
import com.google.rpc.Status;
import java.io.UncheckedIOException;

/**
 * Messages as proto3 JSON, in camel case. Lists, numbers and texts are there even if they are
 * empty, so that a script need not ask; messages and other fields that can be absent are not there
 * if they are absent.
 */
final class Json {
  private static final JsonFormat.TypeRegistry DETAILS =
      JsonFormat.TypeRegistry.newBuilder()
          .add(ErrorDetailsProto.getDescriptor().getMessageTypes())
          .build();
  private static final JsonFormat.Printer PRINTER =
      JsonFormat.printer()
          .usingTypeRegistry(DETAILS)
          .alwaysPrintFieldsWithNoPresence()
          .omittingInsignificantWhitespace();

  private Json() {}

  /** A message as JSON. */
  static String of(Message message) {
    try {
      return PRINTER.print(message);
    } catch (InvalidProtocolBufferException e) {
      throw new UncheckedIOException("a message of ours holds an Any that no one knows", e);
    }
  }

  /** An error as JSON, less the details that we cannot name. */
  static String of(Status error) {
    Status.Builder known = error.toBuilder().clearDetails();
    error.getDetailsList().stream().filter(Json::isKnown).forEach(known::addDetails);
    return of((Message) known.build());
  }

  private static boolean isKnown(Any detail) {
    String url = detail.getTypeUrl();
    return DETAILS.find(url.substring(url.lastIndexOf('/') + 1)) != null;
  }
}
