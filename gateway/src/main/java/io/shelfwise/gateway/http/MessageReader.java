package io.shelfwise.gateway.http;

import com.google.gson.JsonElement;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.MalformedJsonException;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Descriptors.OneofDescriptor;
import com.google.protobuf.Message;
import io.shelfwise.rpc.ApiException;
import java.io.EOFException;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.Set;

/**
 * Reads a message from proto3 JSON, and refuses what does not fit by the name of the field and what
 * it must be. Protobuf's own reader names neither.
 */
final class MessageReader {
  private final JsonReader json;
  private final String whole;
  private final String prefix;

  private MessageReader(JsonReader json, String whole, String prefix) {
    this.json = json;
    this.whole = whole;
    this.prefix = prefix;
  }

  /**
   * Reads a message.
   *
   * @param text the JSON
   * @param whole what the text as a whole is called in an error, such as {@code line 3}
   * @param prefix what stands before the name of a field in an error, such as {@code customer.}
   * @param into what to read into
   * @throws ApiException INVALID_ARGUMENT if the JSON is broken or does not fit the message
   */
  static void read(String text, String whole, String prefix, Message.Builder into) {
    JsonReader json = strict(new StringReader(text));
    try {
      new MessageReader(json, whole, prefix).document(into);
    } catch (MalformedJsonException | EOFException | JsonParseException | NumberFormatException e) {
      throw ApiException.invalid(whole, "be JSON; it is not at " + json.getPath());
    } catch (IOException e) {
      throw new UncheckedIOException("a string is read without input or output", e);
    }
  }

  /** JSON as the standard has it, and no more. */
  static JsonReader strict(Reader text) {
    JsonReader json = new JsonReader(text);
    json.setStrictness(Strictness.STRICT);
    return json;
  }

  private void document(Message.Builder into) throws IOException {
    message(into);
    if (json.peek() != JsonToken.END_DOCUMENT) {
      throw ApiException.invalid(whole, "be one JSON object");
    }
  }

  private void message(Message.Builder into) throws IOException {
    open(JsonToken.BEGIN_OBJECT, "be an object");
    Set<FieldDescriptor> given = new HashSet<>();
    while (json.hasNext()) {
      String name = json.nextName();
      FieldDescriptor field = Fields.named(into.getDescriptorForType(), name);
      if (field == null) {
        throw invalid(
            "not be given: " + into.getDescriptorForType().getName() + " has no such field");
      }
      if (!given.add(field)) {
        throw invalid("be given once");
      }
      field(field, into);
    }
    json.endObject();
  }

  private void field(FieldDescriptor field, Message.Builder into) throws IOException {
    // A field that is null is a field that is not given.
    if (json.peek() == JsonToken.NULL) {
      json.nextNull();
      return;
    }
    OneofDescriptor oneof = field.getRealContainingOneof();
    if (oneof != null && into.hasOneof(oneof)) {
      throw invalid("not be given together with " + other(into, oneof).getJsonName());
    }
    if (field.isMapField()) {
      map(field, into);
    } else if (field.isRepeated()) {
      open(JsonToken.BEGIN_ARRAY, "be an array");
      while (json.hasNext()) {
        into.addRepeatedField(field, value(field, into));
      }
      json.endArray();
    } else {
      into.setField(field, value(field, into));
    }
  }

  private static FieldDescriptor other(Message.Builder into, OneofDescriptor oneof) {
    FieldDescriptor other = into.getOneofFieldDescriptor(oneof);
    return other == null ? oneof.getField(0) : other;
  }

  private void map(FieldDescriptor field, Message.Builder into) throws IOException {
    open(JsonToken.BEGIN_OBJECT, "be an object");
    FieldDescriptor keyField = field.getMessageType().findFieldByNumber(1);
    FieldDescriptor valueField = field.getMessageType().findFieldByNumber(2);
    Set<Object> given = new HashSet<>();
    while (json.hasNext()) {
      Object key = FieldText.value(keyField, json.nextName());
      if (key == null) {
        throw invalid("have a key that can " + FieldText.rule(keyField));
      }
      if (!given.add(key)) {
        throw invalid("be given once");
      }
      Message.Builder entry = into.newBuilderForField(field).setField(keyField, key);
      into.addRepeatedField(field, entry.setField(valueField, value(valueField, entry)).build());
    }
    json.endObject();
  }

  private Object value(FieldDescriptor field, Message.Builder parent) throws IOException {
    if (field.getJavaType() == FieldDescriptor.JavaType.MESSAGE) {
      Message.Builder into = parent.newBuilderForField(field);
      if (Fields.isWellKnown(field)) {
        wellKnown(field, into);
      } else {
        message(into);
      }
      return into.build();
    }
    return scalar(field);
  }

  private Object scalar(FieldDescriptor field) throws IOException {
    JsonToken token = json.peek();
    if (!fits(field, token)) {
      throw invalid(FieldText.rule(field));
    }
    String text =
        token == JsonToken.BOOLEAN ? String.valueOf(json.nextBoolean()) : json.nextString();
    Object value = FieldText.value(field, text);
    if (value == null) {
      // What was read is behind the reader now.
      throw ApiException.invalid(path(json.getPreviousPath()), FieldText.rule(field));
    }
    return value;
  }

  /**
   * Whether a value of this kind can be the field's; numbers may also be strings, as long ones must
   * be for JavaScript.
   */
  private static boolean fits(FieldDescriptor field, JsonToken token) {
    return switch (field.getJavaType()) {
      case STRING, BYTE_STRING -> token == JsonToken.STRING;
      case BOOLEAN -> token == JsonToken.BOOLEAN;
      case INT, LONG, FLOAT, DOUBLE, ENUM -> token == JsonToken.NUMBER || token == JsonToken.STRING;
      case MESSAGE -> false;
    };
  }

  private void wellKnown(FieldDescriptor field, Message.Builder into) throws IOException {
    String path = path(json.getPath());
    JsonElement element = JsonParser.parseReader(json);
    if (!FieldText.readWellKnown(element.toString(), into)) {
      throw ApiException.invalid(path, FieldText.rule(field));
    }
  }

  private void open(JsonToken bracket, String rule) throws IOException {
    if (json.peek() != bracket) {
      throw invalid(rule);
    }
    if (bracket == JsonToken.BEGIN_ARRAY) {
      json.beginArray();
    } else {
      json.beginObject();
    }
  }

  private ApiException invalid(String rule) {
    return ApiException.invalid(path(json.getPath()), rule);
  }

  /** A path of the JSON as a field of the request, such as {@code events[0].purchase}. */
  private String path(String path) {
    return path.equals("$") ? whole : prefix + path.substring("$.".length());
  }
}
