package dev.smartspawn.schema.spawn;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FailureKindTest {

  @Test
  void transientFailuresMayPass() {
    assertThat(kinds(FailureKind::isTransient))
        .containsExactlyInAnyOrder(
            FailureKind.RATE_LIMITED, FailureKind.UNAVAILABLE, FailureKind.UNREACHABLE);
  }

  @Test
  void aFailureOfTheWorkerDoesNotRuleOutTheModel() {
    assertThat(kinds(kind -> !kind.isFinal()))
        .containsExactlyInAnyOrder(
            FailureKind.RATE_LIMITED,
            FailureKind.UNAVAILABLE,
            FailureKind.UNREACHABLE,
            FailureKind.ANOTHER_FORM,
            FailureKind.WORKER_LOST,
            FailureKind.ABANDONED);
  }

  @Test
  void onlySomeFailuresOpenTheCircuit() {
    assertThat(kinds(FailureKind::isProviderFault))
        .containsExactlyInAnyOrder(
            FailureKind.UNAVAILABLE,
            FailureKind.UNREACHABLE,
            FailureKind.TIMEOUT,
            FailureKind.DISCONNECTED,
            FailureKind.MALFORMED);
  }

  private static Stream<FailureKind> kinds(Predicate<FailureKind> property) {
    return Arrays.stream(FailureKind.values()).filter(property);
  }
}
