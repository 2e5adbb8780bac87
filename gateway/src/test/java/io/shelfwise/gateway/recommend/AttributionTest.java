package io.shelfwise.gateway.recommend;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AttributionTest {
  private static final Instant NOON = Instant.parse("2011-12-09T12:00:00.123Z");
  private static final List<String> PRODUCTS =
      List.of("stores/demo/products/22423", "stores/demo/products/85123A");

  private final Attribution attribution = signedWith("a secret that is long enough to be one");

  private static Attribution signedWith(String secret) {
    return new Attribution(secret.getBytes(StandardCharsets.UTF_8), InstantSource.fixed(NOON));
  }

  @Test
  void aTokenSaysWhatWasShownWhereAndWhen() {
    var shown =
        attribution.read(attribution.token("stores/demo", "for-you", PRODUCTS)).orElseThrow();
    assertThat(shown.store()).isEqualTo("stores/demo");
    assertThat(shown.placement()).isEqualTo("for-you");
    assertThat(shown.time()).isEqualTo(NOON);
    assertThat(shown.placeOf("stores/demo/products/22423")).contains(0);
    assertThat(shown.placeOf("stores/demo/products/85123A")).contains(1);
    assertThat(shown.placeOf("stores/demo/products/47566")).isEmpty();
  }

  @Test
  void equalAnswersHaveDifferentTokens() {
    assertThat(attribution.token("stores/demo", "for-you", PRODUCTS))
        .isNotEqualTo(attribution.token("stores/demo", "for-you", PRODUCTS));
  }

  @Test
  void aTokenInWhichAnyBitIsChangedIsNotRead() {
    byte[] token =
        Base64.getUrlDecoder().decode(attribution.token("stores/demo", "cart", PRODUCTS));
    for (int bit = 0; bit < token.length * Byte.SIZE; bit++) {
      byte[] changed = token.clone();
      changed[bit / Byte.SIZE] ^= (byte) (1 << (bit % Byte.SIZE));
      assertThat(attribution.read(Base64.getUrlEncoder().withoutPadding().encodeToString(changed)))
          .as("bit " + bit)
          .isEmpty();
    }
  }

  @Test
  void aTokenOfAnotherSecretIsNotRead() {
    String foreign =
        signedWith("another secret, just as long as that").token("stores/demo", "cart", PRODUCTS);
    assertThat(attribution.read(foreign)).isEmpty();
  }

  @Test
  void whatIsNoTokenIsNotRead() {
    assertThat(attribution.read("")).isEmpty();
    assertThat(attribution.read("not base64!")).isEmpty();
    assertThat(attribution.read("AQ")).isEmpty();
    assertThat(attribution.read("A".repeat(1024))).isEmpty();
  }

  /** Events take attribution tokens of at most 1,024 characters. */
  @Test
  void theLongestTokenFitsIntoAnEvent() {
    List<String> products =
        IntStream.range(0, Question.MOST_ANSWERED)
            .mapToObj(i -> "stores/demo/products/" + i)
            .toList();
    String token = attribution.token("stores/" + "s".repeat(128), "p".repeat(64), products);
    assertThat(token.length()).isLessThanOrEqualTo(1024);
    assertThat(attribution.read(token).orElseThrow().checksums()).hasSize(Question.MOST_ANSWERED);
  }

  @Test
  void anAnswerThatShowsNothingHasATokenToo() {
    String token = attribution.token("stores/demo", "cart", List.of());
    assertThat(attribution.read(token).orElseThrow().checksums()).isEmpty();
  }
}
