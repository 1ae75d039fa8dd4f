package dev.smartspawn.local.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smartspawn.local.kafka.LoopbackPort;
import io.undertow.Undertow;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class LoadGeneratorTest {

  @Test
  void asksEveryQuestionAndCountsWholeAnswers() throws IOException {
    int port = LoopbackPort.free();
    AtomicLong answered = new AtomicLong();
    Set<String> asked = ConcurrentHashMap.newKeySet();
    Undertow server =
        Undertow.builder()
            .addHttpListener(port, LoopbackPort.HOST)
            .setHandler(
                exchange -> {
                  answered.incrementAndGet();
                  asked.add(exchange.getRequestURI());
                  exchange.getResponseSender().send("{}");
                })
            .build();
    server.start();
    try {
      LoadGenerator generator = new LoadGenerator(port, List.of("/a", "/b", "/c"));
      long patience = System.nanoTime() + Duration.ofMinutes(1).toNanos();
      LoadGenerator.Load load =
          generator.runUntil(
              () -> asked.size() == 3 && answered.get() > 100 || System.nanoTime() > patience);
      assertThat(asked).containsExactlyInAnyOrder("/a", "/b", "/c");
      assertThat(load.answers()).isPositive().isLessThanOrEqualTo(answered.get());
      assertThat(load.rate()).isEqualTo(load.answers() / load.seconds());
    } finally {
      server.stop();
    }
  }
}
