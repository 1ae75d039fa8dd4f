package dev.smartspawn.local.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.NotControllerException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.UnknownServerException;
import org.apache.kafka.common.internals.KafkaFutureImpl;
import org.junit.jupiter.api.Test;

/** What the controller may answer to the removal of a killed broker's registration. */
class StaleRegistrationTest {

  private final Deque<KafkaFuture<Void>> answers = new ArrayDeque<>();

  @Test
  void refusedRemovalIsAskedForAgain() throws InterruptedException {
    answers.addAll(
        List.of(
            failed(new NotControllerException("not yet")),
            failed(new UnknownServerException("not yet")),
            KafkaFuture.completedFuture(null),
            KafkaFuture.completedFuture(null)));

    StaleRegistration.remove(answers::remove, Duration.ofSeconds(10));

    assertThat(answers).hasSize(1);
  }

  /** It may have been done, and the registration may be the successor's by now. */
  @Test
  void removalWithoutAnAnswerIsNotRepeated() throws InterruptedException {
    answers.addAll(
        List.of(failed(new TimeoutException("no answer")), KafkaFuture.completedFuture(null)));

    StaleRegistration.remove(answers::remove, Duration.ofSeconds(10));

    assertThat(answers).hasSize(1);
  }

  private static KafkaFuture<Void> failed(RuntimeException failure) {
    KafkaFutureImpl<Void> future = new KafkaFutureImpl<>();
    future.completeExceptionally(failure);
    return future;
  }
}
