package dev.smartspawn.schema.refresh;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.smartspawn.schema.enriched.CanonicalId;
import dev.smartspawn.schema.enriched.Category;
import dev.smartspawn.schema.question.Budget;
import dev.smartspawn.schema.question.StandardQuestion;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The model that answers a standard question.
 *
 * @param since when the refresh closed that made it the answer
 * @param before the answer before; absent if it is the first one
 */
public record Leader(
    Category category,
    Budget budget,
    CanonicalId model,
    Instant since,
    @Nullable CanonicalId before) {

  public Leader {
    if (category == null || budget == null || model == null || since == null) {
      throw new IllegalArgumentException("'category', 'budget', 'model' and 'since' are required");
    }
  }

  @JsonIgnore
  public StandardQuestion question() {
    return new StandardQuestion(category, budget);
  }
}
