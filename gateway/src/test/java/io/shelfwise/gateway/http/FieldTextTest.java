package io.shelfwise.gateway.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.google.protobuf.ByteString;
import com.google.protobuf.BytesValue;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.DoubleValue;
import com.google.protobuf.Int64Value;
import com.google.protobuf.UInt32Value;
import com.google.protobuf.UInt64Value;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The wrappers of protobuf have one field of each kind. */
class FieldTextTest {
  private static FieldDescriptor value(Descriptor wrapper) {
    return wrapper.findFieldByName("value");
  }

  @Test
  void integersMayBeWrittenInAnyWayThatIsWhole() {
    var field = value(Int64Value.getDescriptor());
    assertThat(FieldText.value(field, "1e3")).isEqualTo(1000L);
    assertThat(FieldText.value(field, "-2.0")).isEqualTo(-2L);
    assertThat(FieldText.value(field, "9223372036854775807")).isEqualTo(Long.MAX_VALUE);
    for (String text : new String[] {"9223372036854775808", "1.5", "", "x", "1e999999999", "NaN"}) {
      assertThat(FieldText.value(field, text)).as(text).isNull();
    }
  }

  @Test
  void integersWithoutASignUseAllBits() {
    assertThat(FieldText.value(value(UInt32Value.getDescriptor()), "4294967295")).isEqualTo(-1);
    assertThat(FieldText.value(value(UInt64Value.getDescriptor()), "18446744073709551615"))
        .isEqualTo(-1L);
    for (String text : new String[] {"-1", "4294967296", "1e999999999", "0.5"}) {
      assertThat(FieldText.value(value(UInt32Value.getDescriptor()), text)).as(text).isNull();
    }
  }

  @Test
  void numbersAreThoseOfJson() {
    var field = value(DoubleValue.getDescriptor());
    assertThat(FieldText.value(field, "-1.5e-3")).isEqualTo(-1.5e-3);
    assertThat(FieldText.value(field, "-Infinity")).isEqualTo(Double.NEGATIVE_INFINITY);
    for (String text : new String[] {"1e400", "1d", " 1", "1 ", "0x1p3", "", "one"}) {
      assertThat(FieldText.value(field, text)).as(text).isNull();
    }
  }

  /** To read them as numbers would take minutes. */
  @Test
  void textThatIsLongerThanAnyNumberIsNone() {
    String digits = "1".repeat(8_000_000);
    assertTimeoutPreemptively(
        Duration.ofSeconds(30),
        () -> {
          for (Descriptor wrapper :
              List.of(
                  DoubleValue.getDescriptor(),
                  Int64Value.getDescriptor(),
                  UInt64Value.getDescriptor())) {
            for (String text : List.of(digits, "0." + digits, "1e-999999999")) {
              boolean small = text.length() < 20 && wrapper == DoubleValue.getDescriptor();
              assertThat(FieldText.value(value(wrapper), text)).isEqualTo(small ? 0.0 : null);
            }
          }
        });
  }

  @Test
  void bytesAreBase64OfEitherAlphabet() {
    var field = value(BytesValue.getDescriptor());
    var bytes = ByteString.copyFrom(new byte[] {(byte) 0xfb, (byte) 0xff});
    assertThat(FieldText.value(field, "+/8=")).isEqualTo(bytes);
    assertThat(FieldText.value(field, "-_8")).isEqualTo(bytes);
    assertThat(FieldText.value(field, "?")).isNull();
  }
}
