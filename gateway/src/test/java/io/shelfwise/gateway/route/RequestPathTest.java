package io.shelfwise.gateway.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.shelfwise.rpc.ApiException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestPathTest {
  @Test
  void theLastColonMayBeginAVerbOrNot() {
    var path = RequestPath.parse("/v1/stores/a:b:recommend");
    assertThat(path.segments()).containsExactly("v1", "stores", "a:b");
    assertThat(path.verb()).isEqualTo("recommend");
    assertThat(path.segmentsWithoutVerb()).containsExactly("v1", "stores", "a:b:recommend");
  }

  @Test
  void anEncodedColonBeginsNoVerb() {
    var path = RequestPath.parse("/v1/stores/a%3Arecommend");
    assertThat(path.verb()).isEmpty();
    assertThat(path.segments()).containsExactly("v1", "stores", "a:recommend");
  }

  @Test
  void segmentsAreDecodedAndKeepTheirSlashes() {
    assertThat(RequestPath.parse("/v1/%C3%A9t%c3%a9/a%2Fb").segments())
        .containsExactly("v1", "été", "a%2Fb");
  }

  @Test
  void aPlusIsAPlus() {
    assertThat(RequestPath.parse("/a+b").segments()).containsExactly("a+b");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/%", "/%4", "/%zz", "/%C3", "/%C3%28"})
  void aBrokenEncodingIsTheCallersMistake(String path) {
    assertThatExceptionOfType(ApiException.class)
        .isThrownBy(() -> RequestPath.parse(path))
        .withMessage("path must be percent-encoded UTF-8");
  }
}
