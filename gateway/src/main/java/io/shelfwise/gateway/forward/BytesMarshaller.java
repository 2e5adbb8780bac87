package io.shelfwise.gateway.forward;

import io.grpc.KnownLength;
import io.grpc.MethodDescriptor.Marshaller;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** Leaves a message as it is: what is passed on need not be understood. */
enum BytesMarshaller implements Marshaller<byte[]> {
  INSTANCE;

  @Override
  public InputStream stream(byte[] message) {
    return new Bytes(message);
  }

  @Override
  public byte[] parse(InputStream message) {
    try {
      return message.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A stream of a known length is sent without a copy of its own. */
  private static final class Bytes extends ByteArrayInputStream implements KnownLength {
    Bytes(byte[] message) {
      super(message);
    }
  }
}
