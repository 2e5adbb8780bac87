package io.shelfwise.rpc;

import io.grpc.CallCredentials;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.health.v1.HealthGrpc;
import io.grpc.protobuf.StatusProto;
import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;

/**
 * The secret that a caller shows and a server asks for: {@code authorization: Bearer KEY}.
 *
 * <p>Health is told to anyone: the probes of Kubernetes carry no key, and "serving" is no secret.
 * Keys are compared by their digests in constant time, and never printed.
 */
public final class AccessKey {
  private static final Metadata.Key<String> AUTHORIZATION =
      Metadata.Key.of("authorization", Metadata.ASCII_STRING_MARSHALLER);
  private static final String SCHEME = "Bearer ";
  private static final int SHORTEST = 16;

  /**
   * The key that services show each other.
   *
   * @param key the secret; empty only if none is required
   * @param required whether to refuse to start, or to be called, without one
   */
  @ConfigurationProperties("shelfwise.access")
  public record Settings(Optional<String> key, @Bindable(defaultValue = "true") boolean required) {
    public Settings {
      if (required && key.filter(secret -> !secret.isBlank()).isEmpty()) {
        throw new IllegalArgumentException(
            "shelfwise.access.key: none (expected: a secret of at least "
                + SHORTEST
                + " characters, or shelfwise.access.required=false on a network that no one else is on)");
      }
    }

    /** The key to ask for and to show; empty if none is required. */
    public Optional<AccessKey> accessKey() {
      return required ? key.map(AccessKey::of) : Optional.empty();
    }

    /** Never the secret. */
    @Override
    public String toString() {
      return "AccessKey.Settings[required=" + required + "]";
    }
  }

  private final String secret;
  private final byte[] digest;

  private AccessKey(String secret) {
    this.secret = secret;
    this.digest = digest(secret);
  }

  /**
   * A key.
   *
   * @throws IllegalArgumentException if it is shorter than 16 characters, which is easily guessed
   */
  public static AccessKey of(String secret) {
    if (secret.length() < SHORTEST) {
      throw new IllegalArgumentException(
          "access key: " + secret.length() + " characters (expected: >= " + SHORTEST + ")");
    }
    return new AccessKey(secret);
  }

  /** Whether an {@code authorization} header shows this key. */
  public boolean isShownBy(String authorization) {
    return authorization.startsWith(SCHEME)
        && MessageDigest.isEqual(digest, digest(authorization.substring(SCHEME.length()).strip()));
  }

  /** Whether an {@code authorization} header shows one of these keys. */
  public static boolean isOneShownBy(List<AccessKey> keys, String authorization) {
    return keys.stream().anyMatch(key -> key.isShownBy(authorization));
  }

  /** The header that shows this key. */
  public String authorization() {
    return SCHEME + secret;
  }

  /** Lets only calls through that show one of these keys. */
  static ServerInterceptor anyOf(List<AccessKey> keys) {
    return new ServerInterceptor() {
      @Override
      public <Q, A> ServerCall.Listener<Q> interceptCall(
          ServerCall<Q, A> call, Metadata headers, ServerCallHandler<Q, A> next) {
        String shown = headers.get(AUTHORIZATION);
        boolean health =
            HealthGrpc.SERVICE_NAME.equals(call.getMethodDescriptor().getServiceName());
        if (health || (shown != null && isOneShownBy(keys, shown))) {
          return next.startCall(call, headers);
        }
        var refusal =
            StatusProto.toStatusRuntimeException(
                ApiException.unauthenticated(
                        "the call must carry an access key: authorization: Bearer KEY")
                    .status());
        var trailers = refusal.getTrailers();
        call.close(refusal.getStatus(), trailers == null ? new Metadata() : trailers);
        return new ServerCall.Listener<>() {};
      }
    };
  }

  /** Shows this key with every call. */
  CallCredentials shown() {
    return new CallCredentials() {
      @Override
      public void applyRequestMetadata(RequestInfo info, Executor executor, MetadataApplier to) {
        Metadata headers = new Metadata();
        headers.put(AUTHORIZATION, authorization());
        to.apply(headers);
      }
    };
  }

  private static byte[] digest(String secret) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  @Override
  public String toString() {
    return "AccessKey[…]";
  }
}
