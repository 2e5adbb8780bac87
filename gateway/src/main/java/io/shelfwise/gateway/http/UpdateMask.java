package io.shelfwise.gateway.http;

import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.FieldMask;
import com.google.protobuf.Message;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.Objects;

/**
 * The update mask of a PATCH that brings none: the fields that its body names, so that PATCH
 * changes what is sent and nothing else. A field that is {@code null} is named too, and is emptied.
 */
final class UpdateMask {
  private static final String FIELD = "update_mask";

  private UpdateMask() {}

  /**
   * Sets the mask if the request has one and it is not set.
   *
   * @param body the resource as JSON, already found to fit
   * @param bound the field of the resource that the path gives, which is no change
   */
  static void complete(
      Message.Builder request, FieldDescriptor resource, String body, String bound) {
    FieldDescriptor mask = request.getDescriptorForType().findFieldByName(FIELD);
    if (mask == null || request.hasField(mask)) {
      return;
    }
    FieldMask.Builder paths = FieldMask.newBuilder();
    try {
      collect(MessageReader.strict(new StringReader(body)), resource.getMessageType(), "", paths);
    } catch (IOException e) {
      throw new UncheckedIOException("a string is read without input or output", e);
    }
    FieldMask.Builder changes = FieldMask.newBuilder();
    paths.getPathsList().stream().filter(path -> !path.equals(bound)).forEach(changes::addPaths);
    request.setField(mask, changes.build());
  }

  private static void collect(
      JsonReader json, Descriptor message, String prefix, FieldMask.Builder paths)
      throws IOException {
    json.beginObject();
    while (json.hasNext()) {
      FieldDescriptor field = Objects.requireNonNull(Fields.named(message, json.nextName()));
      String path = prefix + field.getName();
      if (isNested(field) && json.peek() == JsonToken.BEGIN_OBJECT) {
        collect(json, field.getMessageType(), path + ".", paths);
      } else {
        json.skipValue();
        paths.addPaths(path);
      }
    }
    json.endObject();
  }

  private static boolean isNested(FieldDescriptor field) {
    return field.getJavaType() == FieldDescriptor.JavaType.MESSAGE
        && !field.isRepeated()
        && !Fields.isWellKnown(field);
  }
}
