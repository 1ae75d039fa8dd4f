package dev.smartspawn.ingest.publication;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smartspawn.schema.refresh.SourceStatus.Tally;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TableDiffTest {

  @Test
  void onlyDifferencesArePublished() {
    TableDiff<String> diff =
        diff(Map.of("a", "1", "b", "1", "c", "1"), offer("d", "1", "b", "2", "a", "1"));

    assertThat(diff.removals()).containsExactly("c");
    assertThat(diff.puts()).containsExactly(Map.entry("d", "1"), Map.entry("b", "2"));
    assertThat(diff.tally()).isEqualTo(new Tally(1, 1, 1, 1, 7));
  }

  @Test
  void sameOfferPublishesNothing() {
    TableDiff<String> diff = diff(Map.of("a", "1"), offer("a", "1"));

    assertThat(diff.isEmpty()).isTrue();
    assertThat(diff.tally()).isEqualTo(new Tally(0, 0, 0, 1, 7));
  }

  @Test
  void removalsAloneAreFollowedByAHeldRecord() {
    TableDiff<String> diff = diff(Map.of("a", "1 (as held)", "b", "1"), offer("a", "1"));

    assertThat(diff.removals()).containsExactly("b");
    assertThat(diff.puts()).containsExactly(Map.entry("a", "1 (as held)"));
    assertThat(diff.tally()).isEqualTo(new Tally(0, 0, 1, 1, 7));
  }

  @Test
  void emptiedTableHasNoRecordToEndWith() {
    TableDiff<String> diff = diff(Map.of("a", "1"), offer());

    assertThat(diff.removals()).containsExactly("a");
    assertThat(diff.puts()).isEmpty();
  }

  @Test
  void appliedDiffGivesTheOfferedTable() {
    Map<String, String> held = new HashMap<>(Map.of("a", "1", "b", "1"));
    Map<String, String> offered = offer("b", "2", "c", "3");

    diff(held, offered).applyTo(held);

    assertThat(held).isEqualTo(offered);
  }

  /** Values count as the same if they begin with the same character. */
  private static TableDiff<String> diff(Map<String, String> held, Map<String, String> offered) {
    return TableDiff.between(held, offered, (one, other) -> one.charAt(0) == other.charAt(0), 7);
  }

  private static Map<String, String> offer(String... keysAndValues) {
    Map<String, String> offer = new LinkedHashMap<>();
    for (int i = 0; i < keysAndValues.length; i += 2) {
      offer.put(keysAndValues[i], keysAndValues[i + 1]);
    }
    return offer;
  }
}
