package io.shelfwise.standalone.redis;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * Asks a Redis on this machine whether it is there, in the few words of its protocol that this
 * takes.
 *
 * @param port where it listens
 * @param password what it asks for
 */
record RedisPing(int port, String password) {
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  /** How a Redis can stand. */
  enum Answer {
    /** It takes commands. */
    ANSWERS,
    /** It is there and still reads its file. */
    LOADING,
    /** No one answers, or someone else. */
    SILENT
  }

  Answer ask() {
    try (Socket socket = new Socket()) {
      int patience = (int) PATIENCE.toMillis();
      socket.setSoTimeout(patience);
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), patience);
      socket
          .getOutputStream()
          .write(("AUTH " + password + "\r\nPING\r\n").getBytes(StandardCharsets.US_ASCII));
      var answers =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
      String toAuth = answers.readLine();
      String toPing = answers.readLine();
      if ("+OK".equals(toAuth) && "+PONG".equals(toPing)) {
        return Answer.ANSWERS;
      }
      return toPing != null && toPing.startsWith("-LOADING") ? Answer.LOADING : Answer.SILENT;
    } catch (IOException e) {
      return Answer.SILENT;
    }
  }

  /** Never the password. */
  @Override
  public String toString() {
    return "RedisPing[port=" + port + "]";
  }
}
