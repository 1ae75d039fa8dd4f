package dev.smartspawn.ingest.http;

import java.io.IOException;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/** Collects a body and aborts as soon as it exceeds its cap. */
final class CappedBody implements BodySubscriber<AnswerBody> {

  private final long maxBytes;
  private final CompletableFuture<AnswerBody> whole = new CompletableFuture<>();
  private final AnswerBody.Gathering gathered = new AnswerBody.Gathering();
  private Flow.@Nullable Subscription subscription;

  private CappedBody(long maxBytes) {
    this.maxBytes = maxBytes;
  }

  static BodyHandler<AnswerBody> handler(long maxBytes) {
    return info -> new CappedBody(maxBytes);
  }

  @Override
  public CompletionStage<AnswerBody> getBody() {
    return whole;
  }

  @Override
  public void onSubscribe(Flow.Subscription started) {
    subscription = started;
    // One at a time, so that a fast source does not fill the memory while the disk is slow.
    started.request(1);
  }

  @Override
  public void onNext(List<ByteBuffer> buffers) {
    if (whole.isDone()) {
      return;
    }
    try {
      for (ByteBuffer buffer : buffers) {
        if (gathered.length() + buffer.remaining() > maxBytes) {
          breakOff(new BodyTooLargeException());
          return;
        }
        gathered.add(buffer);
      }
    } catch (IOException e) {
      breakOff(new BodyNotKeptException(e));
      return;
    }
    if (subscription != null) {
      subscription.request(1);
    }
  }

  @Override
  public void onError(Throwable failure) {
    gathered.discard();
    whole.completeExceptionally(failure);
  }

  @Override
  public void onComplete() {
    whole.complete(gathered.whole());
  }

  private void breakOff(IOException why) {
    if (subscription != null) {
      subscription.cancel();
    }
    gathered.discard();
    whole.completeExceptionally(why);
  }

  /** The answer exceeds the size limit. */
  static final class BodyTooLargeException extends IOException {
    private static final long serialVersionUID = 1L;
  }

  /** The answer could not be written to a temporary file. */
  static final class BodyNotKeptException extends IOException {
    private static final long serialVersionUID = 1L;

    BodyNotKeptException(IOException cause) {
      super(cause);
    }
  }
}
