package allot.feed;

import java.net.ConnectException;
import java.net.ProtocolException;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.util.Optional;
import javax.net.ssl.SSLException;

/** Why an exchange broke down, in words: the platform's own are missing, or about its insides. */
final class Breakdown {
  private Breakdown() {}

  static Transport.Broken of(Throwable failure) {
    if (failure instanceof CappedBody.Refusal refusal) {
      return lasting(refusal.reason());
    }
    if (failure instanceof HttpConnectTimeoutException) {
      return lasting("no connection within " + Words.of(HttpTransport.CONNECT));
    }
    if (failure instanceof HttpTimeoutException) {
      return lasting("no answer in time");
    }
    if (has(failure, UnresolvedAddressException.class)
        || has(failure, UnknownHostException.class)) {
      return passing("the name of its host cannot be resolved");
    }
    if (failure instanceof ConnectException) {
      return passing(unconnected(message(failure)));
    }
    if (has(failure, SSLException.class)) {
      return lasting("no secure connection" + behindColon(message(failure)));
    }
    if (failure instanceof ProtocolException) {
      return lasting("sent no HTTP that can be read");
    }
    return passing(cut(message(failure)));
  }

  private static String unconnected(String message) {
    return message.isEmpty() || message.startsWith("Connection refused")
        ? "connection refused"
        : "no connection" + behindColon(message);
  }

  private static String cut(String message) {
    if (message.contains("received no bytes")) {
      return "closed the connection without an answer";
    }
    if (message.contains("content-length") || message.contains("chunked")) {
      return "broke off in the middle of its answer";
    }
    return "broke off" + behindColon(message);
  }

  private static Transport.Broken passing(String reason) {
    return new Transport.Broken(reason, true);
  }

  private static Transport.Broken lasting(String reason) {
    return new Transport.Broken(reason, false);
  }

  private static String behindColon(String message) {
    return message.isEmpty() ? "" : ": " + message;
  }

  private static String message(Throwable failure) {
    return Words.brief(Optional.ofNullable(failure.getMessage()).orElse(""));
  }

  private static boolean has(Throwable failure, Class<? extends Throwable> type) {
    Throwable at = failure;
    for (int depth = 0; at != null && depth < 8; depth++) {
      if (type.isInstance(at)) {
        return true;
      }
      at = at.getCause();
    }
    return false;
  }
}
