package dev.smartspawn.ingest.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.smartspawn.ingest.http.Validators;
import dev.smartspawn.schema.raw.LiveBenchResult;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EntryFilterTest {

  private final EntryFilter<LiveBenchResult> sieve = new EntryFilter<>("Stub");

  @Test
  void fewBadEntriesAreCounted() throws Exception {
    good(4);
    bad();

    var records = sieve.records(Validators.NONE);

    assertThat(records.records()).hasSize(4);
    assertThat(records.rejected()).isEqualTo(1);
  }

  @Test
  void manyBadEntriesFailTheAnswer() {
    good(3);
    bad();

    assertThatThrownBy(() -> sieve.records(Validators.NONE))
        .hasMessage(
            "Stub sent 4 entries of which 1 cannot be used: expected at most 20 %; the first: bad:"
                + " 'model' is missing or blank");
  }

  @Test
  void firstOfTwoEntriesWithOneKeyIsKept() throws Exception {
    good(5);
    sieve.add("again", () -> result("model-0", 99));

    var records = sieve.records(Validators.NONE);

    assertThat(records.rejected()).isEqualTo(1);
    assertThat(records.records().get(0).questions()).isZero();
  }

  private void good(int count) {
    for (int i = 0; i < count; i++) {
      int number = i;
      sieve.add("good", () -> result("model-" + number, number));
    }
  }

  private void bad() {
    sieve.add("bad", () -> result("", 0));
  }

  private static LiveBenchResult result(String model, int questions) {
    return new LiveBenchResult(model, Map.of(), Map.of(), questions);
  }
}
