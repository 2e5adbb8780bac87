package io.shelfwise.gateway.http;

import com.google.protobuf.Any;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import com.google.rpc.ErrorInfo;
import com.google.rpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.StatusProto;
import io.shelfwise.rpc.ApiException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Names fields in errors as JSON has them: what gRPC calls {@code page_size} is {@code pageSize} to
 * those who call over REST.
 *
 * @param request the request whose fields are named
 */
record ErrorFields(Descriptor request) {
  private static final String FIELD = "field";

  /** Whether messages of a kind can hold errors; there are as many kinds as in the protos. */
  private static final Map<Descriptor, Boolean> CAN_HOLD_ERRORS = new ConcurrentHashMap<>();

  /** The failure of a call. */
  StatusRuntimeException inJson(StatusRuntimeException failure) {
    Status error = StatusProto.fromThrowable(failure);
    return error == null ? failure : StatusProto.toStatusRuntimeException(inJson(error));
  }

  /** An answer that may tell of what was refused, as that to a batch does. */
  Message inJson(Message answer) {
    if (answer instanceof Status error) {
      return inJson(error);
    }
    if (!canHoldErrors(answer.getDescriptorForType())) {
      return answer;
    }
    Message.Builder told = answer.toBuilder();
    answer.getAllFields().forEach((field, value) -> tell(field, value, told));
    return told.build();
  }

  private void tell(FieldDescriptor field, Object value, Message.Builder into) {
    if (value instanceof Message one) {
      into.setField(field, inJson(one));
    } else if (value instanceof List<?> several) {
      for (int i = 0; i < several.size(); i++) {
        if (several.get(i) instanceof Message one) {
          into.setRepeatedField(field, i, inJson(one));
        }
      }
    }
  }

  private static boolean canHoldErrors(Descriptor message) {
    @Nullable Boolean known = CAN_HOLD_ERRORS.get(message);
    if (known == null) {
      known = reaches(message, new HashSet<>());
      CAN_HOLD_ERRORS.put(message, known);
    }
    return known;
  }

  /** Messages can hold themselves, so those that were seen are not looked at again. */
  private static boolean reaches(Descriptor message, Set<Descriptor> seen) {
    return message.equals(Status.getDescriptor())
        || (seen.add(message)
            && message.getFields().stream()
                .filter(field -> field.getJavaType() == FieldDescriptor.JavaType.MESSAGE)
                .anyMatch(field -> reaches(field.getMessageType(), seen)));
  }

  private Status inJson(Status error) {
    Status.Builder told = error.toBuilder();
    for (int i = 0; i < error.getDetailsCount(); i++) {
      ErrorInfo info = info(error.getDetails(i));
      String field = info.getMetadataOrDefault(FIELD, "");
      if (info.getDomain().equals(ApiException.DOMAIN) && !field.isEmpty()) {
        String named = inJson(field);
        told.setDetails(i, Any.pack(info.toBuilder().putMetadata(FIELD, named).build()));
        if (error.getMessage().startsWith(field + " ")) {
          told.setMessage(named + error.getMessage().substring(field.length()));
        }
      }
    }
    return told.build();
  }

  private static ErrorInfo info(Any detail) {
    try {
      return detail.is(ErrorInfo.class)
          ? detail.unpack(ErrorInfo.class)
          : ErrorInfo.getDefaultInstance();
    } catch (InvalidProtocolBufferException e) {
      return ErrorInfo.getDefaultInstance();
    }
  }

  /**
   * A path of fields, such as {@code events[3].event_time}; what is none of ours stays as it is.
   */
  String inJson(String path) {
    List<String> named = new ArrayList<>();
    @Nullable Descriptor message = request;
    for (String part : path.split("\\.", -1)) {
      int end = part.indexOf('[') < 0 ? part.length() : part.indexOf('[');
      @Nullable FieldDescriptor field =
          message == null ? null : message.findFieldByName(part.substring(0, end));
      named.add(field == null ? part : field.getJsonName() + part.substring(end));
      message = field == null || !isMessage(field) ? null : field.getMessageType();
    }
    return String.join(".", named);
  }

  /** The keys of a map are the caller's own. */
  private static boolean isMessage(FieldDescriptor field) {
    return field.getJavaType() == FieldDescriptor.JavaType.MESSAGE && !field.isMapField();
  }
}
