package dev.smartspawn.ingest.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/** Collects a body in memory and aborts as soon as it exceeds its cap. */
final class CappedBody implements BodySubscriber<byte[]> {

  private final long maxBytes;
  private final CompletableFuture<byte[]> whole = new CompletableFuture<>();
  private final ByteArrayOutputStream gathered = new ByteArrayOutputStream();
  private Flow.@Nullable Subscription subscription;

  private CappedBody(long maxBytes) {
    this.maxBytes = maxBytes;
  }

  static BodyHandler<byte[]> handler(long maxBytes) {
    return info -> new CappedBody(maxBytes);
  }

  @Override
  public CompletionStage<byte[]> getBody() {
    return whole;
  }

  @Override
  public void onSubscribe(Flow.Subscription started) {
    subscription = started;
    started.request(Long.MAX_VALUE);
  }

  @Override
  public void onNext(List<ByteBuffer> buffers) {
    if (whole.isDone()) {
      return;
    }
    for (ByteBuffer buffer : buffers) {
      if (gathered.size() + buffer.remaining() > maxBytes) {
        breakOff();
        return;
      }
      byte[] bytes = new byte[buffer.remaining()];
      buffer.get(bytes);
      gathered.writeBytes(bytes);
    }
  }

  @Override
  public void onError(Throwable failure) {
    whole.completeExceptionally(failure);
  }

  @Override
  public void onComplete() {
    whole.complete(gathered.toByteArray());
  }

  private void breakOff() {
    if (subscription != null) {
      subscription.cancel();
    }
    whole.completeExceptionally(new BodyTooLargeException());
  }

  /** The answer exceeds the size limit. */
  static final class BodyTooLargeException extends IOException {
    private static final long serialVersionUID = 1L;
  }
}
