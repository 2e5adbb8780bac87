package io.shelfwise.gateway.http;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The fields of messages by the names that JSON and queries may call them: as in the proto, and in
 * camel case.
 */
final class Fields {
  /** There are as many as there are messages in the protos. */
  private static final Map<Descriptor, Map<String, FieldDescriptor>> BY_NAME =
      new ConcurrentHashMap<>();

  private Fields() {}

  /** The field of a name; null if the message has none. */
  static @Nullable FieldDescriptor named(Descriptor message, String name) {
    return BY_NAME.computeIfAbsent(message, Fields::byName).get(name);
  }

  private static Map<String, FieldDescriptor> byName(Descriptor message) {
    Map<String, FieldDescriptor> fields = new HashMap<>();
    for (FieldDescriptor field : message.getFields()) {
      fields.put(field.getName(), field);
      fields.put(field.getJsonName(), field);
    }
    return Map.copyOf(fields);
  }

  /** Whether the field is a message with a form of its own in JSON, such as a time. */
  static boolean isWellKnown(FieldDescriptor field) {
    return field.getJavaType() == FieldDescriptor.JavaType.MESSAGE
        && field.getMessageType().getFile().getPackage().equals("google.protobuf");
  }
}
