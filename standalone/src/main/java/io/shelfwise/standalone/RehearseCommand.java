package io.shelfwise.standalone;

import io.shelfwise.standalone.demo.Demo;
import io.shelfwise.standalone.demo.DemoShop;
import io.shelfwise.standalone.process.DataDirectory;
import io.shelfwise.standalone.process.ListenPort;
import io.shelfwise.standalone.process.Standalone;
import io.shelfwise.standalone.process.Standalone.Access;
import io.shelfwise.standalone.process.Standalone.Address;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Instant;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/**
 * Goes through the demo with a small shop, on free ports and without a word.
 *
 * <p>The script runs it once after each build, while the JVM writes down which classes are loaded
 * and which code is worth compiling ({@code -XX:AOTCacheOutput}); later starts that reckon with
 * vectors, as this does, begin with that.
 */
@Command(
    name = "rehearse",
    hidden = true,
    description = "Goes through the demo with a small shop, for the JVM to learn from.")
final class RehearseCommand implements Callable<Integer> {
  @Override
  public Integer call() throws IOException {
    DemoShop shop = DemoShop.small(Demo.STORE, Instant.now());
    try (Standalone standalone =
        Standalone.start(DataDirectory.forThisRun(), freeAddress(), Access.OPEN)) {
      new Demo(new PrintWriter(Writer.nullWriter()), false).run(standalone, () -> shop).run();
    }
    return 0;
  }

  private static Address freeAddress() throws IOException {
    InetAddress here = InetAddress.getLoopbackAddress();
    // All are held until all are found, so that no two are the same.
    try (ServerSocket rest = new ServerSocket(0, 1, here);
        ServerSocket grpc = new ServerSocket(0, 1, here);
        ServerSocket management = new ServerSocket(0, 1, here)) {
      return new Address(here.getHostAddress(), free(rest), free(grpc), free(management));
    }
  }

  private static ListenPort free(ServerSocket socket) {
    return new ListenPort(socket.getLocalPort(), "a free port");
  }
}
