package io.shelfwise.gateway.http;

import com.google.protobuf.ByteString;
import com.google.protobuf.Descriptors.EnumDescriptor;
import com.google.protobuf.Descriptors.EnumValueDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import com.google.protobuf.util.JsonFormat;
import java.math.BigDecimal;
import java.util.Base64;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Values of fields as text, by the rules of proto3 JSON; and what to say of text that is none. */
final class FieldText {
  private static final int BITS_32 = 32;
  private static final int BITS_64 = 64;

  /**
   * No number of a message needs more characters: a double that is written out in full has 309
   * digits before its point. To read digits costs the square of how many there are.
   */
  private static final int MOST_CHARACTERS = 400;

  private FieldText() {}

  /** The value that the text means for a field that is no message; null if it means none. */
  static @Nullable Object value(FieldDescriptor field, String text) {
    try {
      return switch (field.getType()) {
        case STRING -> text;
        case BYTES -> ByteString.copyFrom(Base64.getDecoder().decode(standardBase64(text)));
        case BOOL -> bool(text);
        case ENUM -> constant(field.getEnumType(), text);
        case DOUBLE -> decimal(text);
        case FLOAT -> (float) decimal(text);
        case INT32, SINT32, SFIXED32 -> Math.toIntExact(integer(text));
        case INT64, SINT64, SFIXED64 -> integer(text);
        case UINT32, FIXED32 -> (int) unsigned(text, BITS_32);
        case UINT64, FIXED64 -> unsigned(text, BITS_64);
        case MESSAGE, GROUP -> null;
      };
    } catch (IllegalArgumentException | ArithmeticException e) {
      return null;
    }
  }

  /** What a value of the field must be, so that "must …" is a sentence. */
  static String rule(FieldDescriptor field) {
    return switch (field.getType()) {
      case STRING -> "be a string";
      case BYTES -> "be a string in base64";
      case BOOL -> "be true or false";
      case ENUM ->
          field.getEnumType().getValues().stream()
              .map(EnumValueDescriptor::getName)
              .collect(Collectors.joining(", ", "be one of ", ""));
      case DOUBLE, FLOAT -> "be a number";
      case INT32, SINT32, SFIXED32 -> "be an integer of at most 32 bits";
      case INT64, SINT64, SFIXED64 -> "be an integer of at most 64 bits";
      case UINT32, FIXED32 -> "be an integer of at most 32 bits, at least 0";
      case UINT64, FIXED64 -> "be an integer of at most 64 bits, at least 0";
      case MESSAGE, GROUP ->
          switch (field.getMessageType().getFullName()) {
            case "google.protobuf.Timestamp" -> "be a time such as \"2026-01-31T12:00:00Z\"";
            case "google.protobuf.Duration" -> "be a duration such as \"1.5s\"";
            case "google.protobuf.FieldMask" -> "be the paths of fields, with commas between";
            default -> Fields.isWellKnown(field) ? wellKnownRule(field) : "be an object";
          };
    };
  }

  private static String wellKnownRule(FieldDescriptor field) {
    return "be a " + field.getMessageType().getFullName() + " in proto3 JSON";
  }

  /**
   * Reads a message that has a form of its own in JSON.
   *
   * @return whether it could be read
   */
  static boolean readWellKnown(String json, Message.Builder into) {
    try {
      JsonFormat.parser().merge(json, into);
      return true;
    } catch (InvalidProtocolBufferException e) {
      return false;
    }
  }

  private static String standardBase64(String text) {
    return text.replace('-', '+').replace('_', '/');
  }

  private static @Nullable Boolean bool(String text) {
    return switch (text) {
      case "true" -> true;
      case "false" -> false;
      default -> null;
    };
  }

  private static @Nullable EnumValueDescriptor constant(EnumDescriptor type, String text) {
    EnumValueDescriptor named = type.findValueByName(text);
    return named == null && !text.isEmpty() && isDigit(text.charAt(text.length() - 1))
        ? type.findValueByNumber(Math.toIntExact(integer(text)))
        : named;
  }

  private static double decimal(String text) {
    return switch (text) {
      case "NaN", "Infinity", "-Infinity" -> Double.parseDouble(text);
      default -> finite(text);
    };
  }

  /** Decimal notation only: Java's own reader also takes {@code 0x1p3} and {@code 1f}. */
  private static double finite(String text) {
    double value = number(text).doubleValue();
    if (Double.isInfinite(value)) {
      throw new ArithmeticException(text);
    }
    return value;
  }

  /** An integer, which may be written as {@code 1.0} or {@code 1e3}. */
  private static long integer(String text) {
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException e) {
      return number(text).longValueExact();
    }
  }

  private static long unsigned(String text, int bits) {
    var value = number(text);
    int digits = value.precision() - value.scale();
    // An exponent far off zero is refused before anything is written out in full.
    if (value.signum() < 0 || digits > bits || (digits < 1 && value.signum() > 0)) {
      throw new ArithmeticException(text);
    }
    var integer = value.toBigIntegerExact();
    if (integer.bitLength() > bits) {
      throw new ArithmeticException(text);
    }
    return integer.longValue();
  }

  private static BigDecimal number(String text) {
    if (text.length() > MOST_CHARACTERS) {
      throw new NumberFormatException(text.length() + " characters");
    }
    return new BigDecimal(text);
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
