package dev.smartspawn.schema.spawn;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModelLimitsTest {

  @ParameterizedTest
  @CsvSource({
    "4096, 100, , , 4096",
    "4096, 100, 8192, 2048, 2048",
    "4096, 6000, 8192, , 2192",
    "4096, 6000, 8192, 2000, 2000",
    "4096, 9000, 8192, , 1024", // the estimate may be too high: the provider decides
    "200, 9000, 8192, , 200",
    "4096, 100, 1, 1, 1"
  })
  void boundIsTheSmallestLimit(
      int wanted, long promptTokens, Long context, Long output, int expected) {
    assertThat(new ModelLimits(null, context, output, null).bound(wanted, promptTokens))
        .isEqualTo(expected);
  }

  @Test
  void othersCompleteWhatIsUnknown() {
    ModelLimits set = new ModelLimits(false, null, 100L, null);

    assertThat(set.or(new ModelLimits(true, 8192L, 4096L, true)))
        .isEqualTo(new ModelLimits(false, 8192L, 100L, true));
  }
}
