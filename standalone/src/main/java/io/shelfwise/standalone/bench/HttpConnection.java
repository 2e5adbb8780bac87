package io.shelfwise.standalone.bench;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/**
 * One kept-alive HTTP/1.1 connection that asks and reads, and does nothing else.
 *
 * <p>The load comes from the same few cores that serve it, so a client library's own cost would be
 * counted against the server.
 */
final class HttpConnection implements AutoCloseable {
  private static final int TIMEOUT_MILLIS = 10_000;

  private final Socket socket = new Socket();
  private final InputStream in;
  private final OutputStream out;
  private final String headers;

  /**
   * Connects.
   *
   * @param address scheme, host and port; the scheme is http
   * @param authorization the value of that header, if the server wants one
   */
  HttpConnection(URI address, Optional<String> authorization) throws IOException {
    socket.setTcpNoDelay(true);
    socket.setSoTimeout(TIMEOUT_MILLIS);
    connect(socket, address);
    in = new BufferedInputStream(socket.getInputStream(), 1 << 16);
    out = socket.getOutputStream();
    headers =
        " HTTP/1.1\r\nHost: "
            + address.getAuthority()
            + "\r\nAccept: application/json\r\n"
            + authorization.map(value -> "Authorization: " + value + "\r\n").orElse("");
  }

  private static void connect(Socket socket, URI address) throws IOException {
    try {
      socket.connect(new InetSocketAddress(address.getHost(), address.getPort()), TIMEOUT_MILLIS);
    } catch (IOException e) {
      socket.close();
      throw new IOException("nobody answers at " + address + ": " + e.getMessage(), e);
    }
  }

  /** An answer: its code and its body. */
  record Answer(int code, String body) {}

  /** Asks for a path. */
  Answer get(String path) throws IOException {
    send("GET " + path + headers + "\r\n");
    return receive();
  }

  /** Sends JSON to a path. */
  Answer post(String path, String json) throws IOException {
    int length = json.getBytes(StandardCharsets.UTF_8).length;
    send(
        "POST "
            + path
            + headers
            + "Content-Type: application/json\r\nContent-Length: "
            + length
            + "\r\n\r\n"
            + json);
    return receive();
  }

  private void send(String request) throws IOException {
    out.write(request.getBytes(StandardCharsets.UTF_8));
    out.flush();
  }

  private Answer receive() throws IOException {
    String status = line();
    int code = Integer.parseInt(status.split(" ", 3)[1]);
    int length = 0;
    boolean chunked = false;
    for (String header = line(); !header.isEmpty(); header = line()) {
      String lower = header.toLowerCase(Locale.ROOT);
      if (lower.startsWith("content-length:")) {
        length = Integer.parseInt(lower.substring("content-length:".length()).strip());
      } else if (lower.startsWith("transfer-encoding:")) {
        chunked = lower.contains("chunked");
      }
    }
    return new Answer(code, chunked ? chunks() : text(length));
  }

  private String chunks() throws IOException {
    StringBuilder body = new StringBuilder();
    for (int size = chunkSize(); size > 0; size = chunkSize()) {
      body.append(text(size));
      line();
    }
    line();
    return body.toString();
  }

  private int chunkSize() throws IOException {
    return Integer.parseInt(line().split(";", 2)[0].strip(), 16);
  }

  private String text(int length) throws IOException {
    return new String(in.readNBytes(length), StandardCharsets.UTF_8);
  }

  private String line() throws IOException {
    StringBuilder line = new StringBuilder(64);
    for (int c = in.read(); c != '\n'; c = in.read()) {
      if (c < 0) {
        throw new IOException("the server closed the connection");
      }
      if (c != '\r') {
        line.append((char) c);
      }
    }
    return line.toString();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
