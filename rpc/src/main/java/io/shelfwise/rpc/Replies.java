package io.shelfwise.rpc;

import com.google.protobuf.Any;
import com.google.rpc.Code;
import com.google.rpc.ErrorInfo;
import com.google.rpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.StatusProto;
import io.grpc.stub.StreamObserver;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers calls, and is the one place where an exception becomes a status.
 *
 * <p>An {@link ApiException} is answered as it says. The failure of a call that we made ourselves
 * keeps its status. Anything else is a defect: it is logged once, with its stack, and answered as
 * INTERNAL without a word of what it was.
 */
public final class Replies {
  private static final Logger log = LoggerFactory.getLogger(Replies.class);

  private Replies() {}

  /** Answers a unary call with what {@code answer} gives. */
  public static <T> void reply(StreamObserver<T> observer, Supplier<T> answer) {
    T message;
    try {
      message = answer.get();
    } catch (RuntimeException e) {
      observer.onError(translate(e));
      return;
    }
    observer.onNext(message);
    observer.onCompleted();
  }

  /** The exception as it is sent to the caller. */
  public static StatusRuntimeException translate(Throwable exception) {
    if (exception instanceof StatusRuntimeException failedCall) {
      return failedCall;
    }
    return StatusProto.toStatusRuntimeException(status(exception));
  }

  /** The exception as the caller is told. */
  public static Status status(Throwable exception) {
    return switch (exception) {
      case ApiException api -> api.status();
      case StatusRuntimeException failedCall -> {
        Status known = StatusProto.fromThrowable(failedCall);
        yield known == null ? internal() : known;
      }
      default -> {
        log.error("defect", exception);
        yield internal();
      }
    };
  }

  private static Status internal() {
    ErrorInfo info =
        ErrorInfo.newBuilder().setReason("INTERNAL").setDomain(ApiException.DOMAIN).build();
    return Status.newBuilder()
        .setCode(Code.INTERNAL_VALUE)
        .setMessage("internal error")
        .addDetails(Any.pack(info))
        .build();
  }
}
