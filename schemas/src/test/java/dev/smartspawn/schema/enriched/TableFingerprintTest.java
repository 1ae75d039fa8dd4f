package dev.smartspawn.schema.enriched;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class TableFingerprintTest {

  private static final byte[] ONE = "one".getBytes(StandardCharsets.UTF_8);
  private static final byte[] TWO = "two".getBytes(StandardCharsets.UTF_8);

  @Test
  void orderOfWritingDoesNotAffectFingerprint() {
    TableFingerprint straight = new TableFingerprint();
    straight.change("a", null, ONE);
    straight.change("b", null, TWO);

    TableFingerprint detour = new TableFingerprint();
    detour.change("b", null, ONE);
    detour.change("c", null, TWO);
    detour.change("b", ONE, TWO);
    detour.change("a", null, ONE);
    detour.change("c", TWO, null);

    assertThat(detour.value()).isEqualTo(straight.value()).hasSize(16);
  }

  @Test
  void swappedValuesChangeFingerprint() {
    TableFingerprint straight = new TableFingerprint();
    straight.change("a", null, ONE);
    straight.change("b", null, TWO);

    TableFingerprint swapped = new TableFingerprint();
    swapped.change("a", null, TWO);
    swapped.change("b", null, ONE);

    assertThat(swapped.value()).isNotEqualTo(straight.value());
  }
}
