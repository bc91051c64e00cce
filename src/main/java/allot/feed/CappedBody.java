package allot.feed;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;

/**
 * Collects a body and breaks the exchange off when there is too much of it, or when it is packed:
 * nobody asked for that, and what unpacks may unpack to anything. Bytes that are not UTF-8 become
 * replacement characters, which no number and no id of ours has.
 */
final class CappedBody implements HttpResponse.BodySubscriber<String> {
  /** So many bytes are read. */
  static final int MOST_BYTES = 4 << 20;

  private final CompletableFuture<String> text = new CompletableFuture<>();
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final String encoding;
  private final boolean tooLong;
  private Optional<Flow.Subscription> subscription = Optional.empty();

  private CappedBody(String encoding, boolean tooLong) {
    this.encoding = encoding;
    this.tooLong = tooLong;
  }

  /** Says in words why a body is not taken. */
  static final class Refusal extends IOException {
    private static final long serialVersionUID = 1L;

    Refusal(String reason) {
      super(reason);
    }

    String reason() {
      return String.valueOf(getMessage());
    }
  }

  static CappedBody of(HttpResponse.ResponseInfo head) {
    String encoding =
        head.headers().firstValue("content-encoding").orElse("").strip().toLowerCase(Locale.ROOT);
    boolean tooLong = declaredLength(head) > MOST_BYTES;
    return new CappedBody(encoding.equals("identity") ? "" : encoding, tooLong);
  }

  private static long declaredLength(HttpResponse.ResponseInfo head) {
    try {
      return head.headers().firstValueAsLong("content-length").orElse(0);
    } catch (NumberFormatException e) {
      return 0;
    }
  }

  @Override
  public CompletionStage<String> getBody() {
    return text;
  }

  @Override
  public void onSubscribe(Flow.Subscription given) {
    subscription = Optional.of(given);
    if (!encoding.isEmpty()) {
      refuse("sent " + Words.brief(encoding) + ", which was not asked for");
    } else if (tooLong) {
      refuse("sent more than 4 MiB");
    } else {
      given.request(Long.MAX_VALUE);
    }
  }

  @Override
  public void onNext(List<ByteBuffer> parts) {
    for (ByteBuffer part : parts) {
      if (part.remaining() > MOST_BYTES - bytes.size()) {
        refuse("sent more than 4 MiB");
        return;
      }
      byte[] read = new byte[part.remaining()];
      part.get(read);
      bytes.writeBytes(read);
    }
  }

  private void refuse(String reason) {
    subscription.ifPresent(Flow.Subscription::cancel);
    text.completeExceptionally(new Refusal(reason));
  }

  @Override
  public void onError(Throwable failure) {
    text.completeExceptionally(failure);
  }

  @Override
  public void onComplete() {
    text.complete(bytes.toString(StandardCharsets.UTF_8));
  }
}
