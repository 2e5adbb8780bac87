package io.shelfwise.gateway.recommend;

import com.google.protobuf.Any;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.rpc.ErrorInfo;
import com.google.rpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.StatusProto;
import io.shelfwise.rpc.ApiException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A refusal of recommend-service in the words of the gateway's caller, who names recommenders by
 * weighing them and has never seen the list that recommend-service refuses.
 */
final class Refusal {
  private static final Pattern RECOMMENDER = Pattern.compile("recommenders\\[(\\d{1,9})]");

  private Refusal() {}

  /**
   * The exception to answer.
   *
   * @param asked the recommenders in the order in which recommend-service was asked for them
   */
  static RuntimeException inCallersWords(StatusRuntimeException refusal, List<String> asked) {
    ErrorInfo info = info(refusal);
    Matcher field = RECOMMENDER.matcher(info.getMetadataOrDefault("field", ""));
    if (!field.matches()) {
      return refusal;
    }
    String recommender = asked.get(Integer.parseInt(field.group(1)));
    return ApiException.invalid(
        "weights." + recommender, info.getMetadataOrDefault("rule", "be a recommender's"));
  }

  private static ErrorInfo info(StatusRuntimeException refusal) {
    Status status = StatusProto.fromThrowable(refusal);
    if (status != null) {
      for (Any detail : status.getDetailsList()) {
        if (detail.is(ErrorInfo.class)) {
          return unpacked(detail);
        }
      }
    }
    return ErrorInfo.getDefaultInstance();
  }

  private static ErrorInfo unpacked(Any detail) {
    try {
      return detail.unpack(ErrorInfo.class);
    } catch (InvalidProtocolBufferException e) {
      return ErrorInfo.getDefaultInstance();
    }
  }
}
