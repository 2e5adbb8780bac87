package io.shelfwise.gateway.http;

import com.google.gson.JsonPrimitive;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Message;
import io.shelfwise.rpc.ApiException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;

/**
 * Reads fields of a message from a query: {@code
 * pageSize=10&products=a&products=b&person.city=Bern&weights.popular=0.5}.
 *
 * <p>A name is a field's path. A repeated field is given several times; an entry of a map has its
 * key as the path's end; a message is given by its fields, unless it has a form of its own, such as
 * a time.
 */
final class QueryReader {
  /** The fields that were given, as in the proto. */
  private final Set<String> given;

  private QueryReader(Set<String> bound) {
    this.given = new HashSet<>(bound);
  }

  /**
   * Reads a query.
   *
   * @param query as it came, percent-encoded; empty if there is none
   * @param request what to read into
   * @param bound the fields that the path or the body gives, which the query may not
   * @throws ApiException INVALID_ARGUMENT if a parameter is no field, or its value does not fit
   */
  static void read(String query, Message.Builder request, Set<String> bound) {
    if (query.isEmpty()) {
      return;
    }
    QueryReader reader = new QueryReader(bound);
    for (String parameter : query.split("&", -1)) {
      if (!parameter.isEmpty()) {
        int equals = parameter.indexOf('=');
        String name = decode(equals < 0 ? parameter : parameter.substring(0, equals));
        String text = equals < 0 ? "" : decode(parameter.substring(equals + 1));
        reader.parameter(name, "", name, text, request);
      }
    }
  }

  /**
   * Follows a path of fields into the message, and sets what it ends at.
   *
   * @param name the parameter's whole name, for errors
   * @param above what was followed so far, as in the proto
   * @param path what is left to follow
   */
  private void parameter(
      String name, String above, String path, String text, Message.Builder into) {
    int dot = path.indexOf('.');
    boolean last = dot < 0;
    FieldDescriptor field =
        Fields.named(into.getDescriptorForType(), last ? path : path.substring(0, dot));
    if (field == null) {
      throw ApiException.invalid(
          name, "not be given: " + into.getDescriptorForType().getName() + " has no such field");
    }
    String here = above + field.getName();
    if (given.contains(here)) {
      throw ApiException.invalid(name, "not be given twice");
    }
    String rest = last ? "" : path.substring(dot + 1);
    if (field.isMapField()) {
      entry(name, field, rest, text, into);
    } else if (last && field.isRepeated()) {
      into.addRepeatedField(field, value(name, field, text, into));
    } else if (last) {
      given.add(here);
      into.setField(field, value(name, field, text, into));
    } else if (field.getJavaType() == FieldDescriptor.JavaType.MESSAGE && !field.isRepeated()) {
      parameter(name, here + ".", rest, text, into.getFieldBuilder(field));
    } else {
      throw ApiException.invalid(
          name, "not be given: " + field.getName() + " has no fields of its own here");
    }
  }

  private static void entry(
      String name, FieldDescriptor field, String key, String text, Message.Builder into) {
    FieldDescriptor keyField = field.getMessageType().findFieldByNumber(1);
    FieldDescriptor valueField = field.getMessageType().findFieldByNumber(2);
    Message.Builder entry = into.newBuilderForField(field);
    entry.setField(keyField, scalar(name, keyField, key));
    entry.setField(valueField, value(name, valueField, text, entry));
    into.addRepeatedField(field, entry.build());
  }

  private static Object value(
      String name, FieldDescriptor field, String text, Message.Builder into) {
    if (field.getJavaType() != FieldDescriptor.JavaType.MESSAGE) {
      return scalar(name, field, text);
    }
    if (!Fields.isWellKnown(field)) {
      throw ApiException.invalid(name, "be given by its fields, as " + name + ".FIELD");
    }
    Message.Builder value = into.newBuilderForField(field);
    if (!FieldText.readWellKnown(new JsonPrimitive(text).toString(), value)) {
      throw ApiException.invalid(name, FieldText.rule(field));
    }
    return value.build();
  }

  private static Object scalar(String name, FieldDescriptor field, String text) {
    Object value = FieldText.value(field, text);
    if (value == null) {
      throw ApiException.invalid(name, FieldText.rule(field));
    }
    return value;
  }

  private static String decode(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw ApiException.invalid("query", "be percent-encoded UTF-8");
    }
  }
}
