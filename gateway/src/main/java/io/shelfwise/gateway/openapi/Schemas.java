package io.shelfwise.gateway.openapi;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.EnumDescriptor;
import com.google.protobuf.Descriptors.EnumValueDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Descriptors.GenericDescriptor;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.TreeMap;

/** Messages and enums as JSON Schema, each once, as proto3 JSON writes them. */
final class Schemas {
  private static final String REFERENCE = "#/components/schemas/";

  private final ProtoComments comments;
  private final Map<String, JsonObject> made = new TreeMap<>();
  private final Deque<GenericDescriptor> asked = new ArrayDeque<>();

  Schemas(ProtoComments comments) {
    this.comments = comments;
  }

  /** The schema of a message, by reference. */
  JsonObject of(Descriptor message) {
    return switch (message.getFullName()) {
      case "google.protobuf.Timestamp" -> type("string", "date-time");
      case "google.protobuf.Duration" -> described(type("string"), "Seconds, such as `1.5s`.");
      case "google.protobuf.FieldMask" ->
          described(type("string"), "Paths of fields, with commas between.");
      case "google.protobuf.Empty" -> type("object");
      case "google.protobuf.Any" -> any();
      default -> reference(message);
    };
  }

  /** The schema of a field, with what is said of it. */
  JsonObject of(FieldDescriptor field) {
    JsonObject schema = shape(field);
    String comment = comments.of(field);
    return comment.isEmpty() ? schema : described(schema, comment);
  }

  /** The schemas that were referred to, and those that these refer to. */
  JsonObject components() {
    while (!asked.isEmpty()) {
      GenericDescriptor next = asked.pop();
      if (!made.containsKey(next.getFullName())) {
        made.put(next.getFullName(), new JsonObject());
        made.put(
            next.getFullName(),
            next instanceof EnumDescriptor type ? constants(type) : object((Descriptor) next));
      }
    }
    JsonObject components = new JsonObject();
    made.forEach(components::add);
    return components;
  }

  private JsonObject shape(FieldDescriptor field) {
    if (field.isMapField()) {
      JsonObject map = type("object");
      map.add("additionalProperties", one(field.getMessageType().findFieldByNumber(2)));
      return map;
    }
    if (field.isRepeated()) {
      JsonObject array = type("array");
      array.add("items", one(field));
      return array;
    }
    return one(field);
  }

  private JsonObject one(FieldDescriptor field) {
    return switch (field.getType()) {
      case STRING -> type("string");
      case BYTES -> type("string", "byte");
      case BOOL -> type("boolean");
      case DOUBLE -> type("number", "double");
      case FLOAT -> type("number", "float");
      case INT32, SINT32, SFIXED32, UINT32, FIXED32 -> type("integer", "int32");
      // JavaScript's numbers do not hold 64 bits.
      case INT64, SINT64, SFIXED64, UINT64, FIXED64 -> type("string", "int64");
      case ENUM -> reference(field.getEnumType());
      case MESSAGE, GROUP -> of(field.getMessageType());
    };
  }

  private JsonObject object(Descriptor message) {
    JsonObject properties = new JsonObject();
    message.getFields().forEach(field -> properties.add(field.getJsonName(), of(field)));
    JsonObject schema = described(type("object"), comments.of(message));
    schema.add("properties", properties);
    return schema;
  }

  private JsonObject constants(EnumDescriptor type) {
    JsonArray names = new JsonArray();
    StringBuilder description = new StringBuilder(comments.of(type));
    for (EnumValueDescriptor value : type.getValues()) {
      names.add(value.getName());
      description.append("\n- `").append(value.getName()).append("`: ").append(comments.of(value));
    }
    JsonObject schema = described(type("string"), description.toString());
    schema.add("enum", names);
    return schema;
  }

  private JsonObject reference(GenericDescriptor thing) {
    asked.push(thing);
    JsonObject schema = new JsonObject();
    schema.addProperty("$ref", REFERENCE + thing.getFullName());
    return schema;
  }

  private static JsonObject any() {
    JsonObject schema = type("object");
    JsonObject properties = new JsonObject();
    properties.add("@type", described(type("string"), "The name of the message's type."));
    schema.add("properties", properties);
    schema.addProperty("additionalProperties", true);
    return schema;
  }

  static JsonObject type(String type) {
    JsonObject schema = new JsonObject();
    schema.addProperty("type", type);
    return schema;
  }

  private static JsonObject type(String type, String format) {
    JsonObject schema = type(type);
    schema.addProperty("format", format);
    return schema;
  }

  private static JsonObject described(JsonObject schema, String description) {
    schema.addProperty("description", description);
    return schema;
  }
}
