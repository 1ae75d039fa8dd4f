package dev.smartspawn.enrich.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smartspawn.enrich.name.Catalogues;
import dev.smartspawn.enrich.name.Decision;
import dev.smartspawn.enrich.name.NamedRecord;
import dev.smartspawn.enrich.name.Resources;
import dev.smartspawn.enrich.name.resolve.NameResolver;
import dev.smartspawn.enrich.source.SourceReading;
import dev.smartspawn.enrich.source.SourceReadings;
import dev.smartspawn.schema.source.Source;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Names of models that came after the rules were written, without a single alias. */
class LaterNamesTest {

  private static final double RECALL = 0.97;
  private static final double PRECISION = 0.99;
  private static final String NONE = "-";

  @Test
  void namesOfLaterModelsResolve() {
    NameResolver resolver =
        NameResolver.over(Catalogues.of("names/later-catalogue.csv"), List.of());
    List<String> missed = new ArrayList<>();
    List<String> wrong = new ArrayList<>();
    int meant = 0;
    int matched = 0;
    List<List<String>> truth = Csv.rows(Resources.text("names/later-truth.csv"));
    for (List<String> row : truth) {
      String meaning = row.get(4);
      Decision decision = resolver.resolve(record(row));
      boolean isMatch = decision instanceof Decision.Match;
      String found = decision instanceof Decision.Match match ? match.id().value() : NONE;
      meant += meaning.equals(NONE) ? 0 : 1;
      matched += isMatch ? 1 : 0;
      if (isMatch && !found.equals(meaning)) {
        wrong.add("%s is %s: expected %s".formatted(row.get(1), found, meaning));
      } else if (!isMatch && !meaning.equals(NONE)) {
        missed.add("%s is not %s: %s".formatted(row.get(1), meaning, decision));
      }
    }
    System.out.printf("%d names, missed %s, wrong %s%n", truth.size(), missed, wrong);
    assertThat(1 - (double) wrong.size() / matched).as("%s", wrong).isGreaterThan(PRECISION);
    assertThat(1 - (double) (missed.size() + wrong.size()) / meant)
        .as("%s %s", missed, wrong)
        .isGreaterThan(RECALL);
  }

  private static NamedRecord record(List<String> row) {
    Source source = Source.of(row.get(0));
    SourceReading<?> reading =
        SourceReadings.ALL.stream()
            .filter(each -> each.source().equals(source))
            .findFirst()
            .orElseThrow();
    return new NamedRecord(
        source,
        reading.nameConvention(),
        row.get(1),
        row.get(1),
        row.get(2).isEmpty() ? null : row.get(2),
        row.get(3).isEmpty() ? null : row.get(3),
        null,
        null);
  }
}
