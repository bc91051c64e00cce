package allot.feed;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** A server on loopback that answers as badly as a test wants it to. */
final class FaultServer implements Closeable {
  private final ServerSocket socket;
  private final Fault fault;
  private final List<String> requests = Collections.synchronizedList(new ArrayList<>());
  private final List<Socket> open = Collections.synchronizedList(new ArrayList<>());

  /** What is done with a connection once its request has been read; then it is closed. */
  interface Fault {
    void answer(OutputStream out) throws IOException, InterruptedException;
  }

  private FaultServer(Fault fault) throws IOException {
    this.socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    this.fault = fault;
  }

  static FaultServer of(Fault fault) throws IOException {
    FaultServer server = new FaultServer(fault);
    daemon(server::accept);
    return server;
  }

  /** One that says the same to everyone. */
  static FaultServer saying(String... lines) throws IOException {
    return of(out -> say(out, lines));
  }

  static void say(OutputStream out, String... lines) throws IOException {
    out.write(String.join("\r\n", lines).getBytes(US_ASCII));
    out.flush();
  }

  private static void daemon(Runnable work) {
    Thread thread = new Thread(work);
    thread.setDaemon(true);
    thread.start();
  }

  private void accept() {
    try {
      while (true) {
        Socket connection = socket.accept();
        open.add(connection);
        daemon(() -> serve(connection));
      }
    } catch (IOException e) {
      // closed: the test is over
      return;
    }
  }

  private void serve(Socket connection) {
    try (connection) {
      StringBuilder request = new StringBuilder();
      while (request.indexOf("\r\n\r\n") < 0) {
        int next = connection.getInputStream().read();
        if (next < 0) {
          return;
        }
        request.append((char) next);
      }
      requests.add(request.toString());
      fault.answer(connection.getOutputStream());
    } catch (IOException | InterruptedException e) {
      // the client has gone, as it should
      return;
    }
  }

  ServiceRoot root() {
    return ServiceRoot.parse("ROOT", "http://127.0.0.1:" + socket.getLocalPort());
  }

  /** The requests so far, each with its headers. */
  List<String> requests() {
    return List.copyOf(requests);
  }

  @Override
  public void close() throws IOException {
    socket.close();
    for (Socket connection : List.copyOf(open)) {
      connection.close();
    }
  }
}
