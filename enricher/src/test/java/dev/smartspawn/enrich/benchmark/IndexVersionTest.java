package dev.smartspawn.enrich.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smartspawn.enrich.BenchmarkRows;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IndexVersionTest {

  @ParameterizedTest(name = "of {0}: {1}")
  @CsvSource({"4.0 4.0 3.0, 4.0", "3.0 4.0 3.0, 3.0", "3.0 4.0, 4.0", "9.0 10.0, 10.0", "'', ''"})
  void mostFrequentVersionPrevailsThenTheNewest(String versions, String prevailing) {
    var rows =
        Arrays.stream(versions.split(" "))
            .map(version -> BenchmarkRows.analysis("row", version, Map.of()))
            .toList();
    assertThat(IndexVersion.prevailing(rows)).isEqualTo(new IndexVersion(prevailing));
  }

  @Test
  void rowsWithoutAVersionBelongTogether() {
    var row = BenchmarkRows.analysis("row", null, Map.of());
    assertThat(IndexVersion.prevailing(List.of(row)).isOf(row)).isTrue();
  }
}
