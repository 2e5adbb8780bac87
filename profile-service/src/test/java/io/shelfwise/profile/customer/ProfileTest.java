package io.shelfwise.profile.customer;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Timestamp;
import com.google.type.Money;
import io.shelfwise.customer.v1.Activity;
import io.shelfwise.customer.v1.Customer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ProfileTest {
  @Test
  void whatWasNeverCountedIsZeroOrAbsent() {
    Activity activity = customer().getActivity();

    assertThat(activity).isEqualTo(Activity.getDefaultInstance());
    assertThat(activity.hasRevenue()).isFalse();
    assertThat(activity.hasLastOrderTime()).isFalse();
  }

  @Test
  void moneyIsExact() {
    Activity activity = customer("orders", "2", "revenue_micros", "9007199254740993").getActivity();

    assertThat(activity.getRevenue())
        .isEqualTo(
            Money.newBuilder()
                .setCurrencyCode("GBP")
                .setUnits(9_007_199_254L)
                .setNanos(740_993_000)
                .build());
  }

  @Test
  void starsAreAMean() {
    assertThat(customer("ratings", "4", "stars_micros", "15500000").getActivity().getAverageStars())
        .isEqualTo((4.5 + 5 + 1 + 5) / 4);
  }

  @Test
  void timesBefore1970AreTimes() {
    assertThat(customer("first_event", "-1500").getActivity().getFirstEventTime())
        .isEqualTo(Timestamp.newBuilder().setSeconds(-2).setNanos(500_000_000).build());
  }

  @Test
  void whenItWasWrittenIsTold() {
    Customer customer = customer("created", "1000", "updated", "2000");

    assertThat(customer.getCreateTime().getSeconds()).isEqualTo(1);
    assertThat(customer.getUpdateTime().getSeconds()).isEqualTo(2);
  }

  private static Customer customer(String... fields) {
    Map<String, byte[]> kept = new HashMap<>();
    for (int i = 0; i < fields.length; i += 2) {
      kept.put(fields[i], fields[i + 1].getBytes(StandardCharsets.US_ASCII));
    }
    return new Profile(kept, "GBP").toCustomer().build();
  }
}
