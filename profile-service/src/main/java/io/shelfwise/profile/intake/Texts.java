package io.shelfwise.profile.intake;

import io.shelfwise.rpc.ApiException;

/** How long a text may be; an accented letter or an emoji is one character, as people count. */
final class Texts {
  private Texts() {}

  static void atMost(int characters, String field, String text) {
    if (text.length() > characters && text.codePointCount(0, text.length()) > characters) {
      throw ApiException.invalid(field, "be at most " + characters + " characters long");
    }
  }
}
