package dev.smartspawn.query.recommend;

import dev.smartspawn.schema.enriched.Category;
import dev.smartspawn.schema.question.Budget;
import java.util.Arrays;
import java.util.List;

/** Identifies a shortlist. */
public record ShortlistKey(Category category, Budget budget, FreeVariants freeVariants) {

  /** All keys. */
  public static List<ShortlistKey> all() {
    return Arrays.stream(Category.values())
        .flatMap(
            category ->
                Arrays.stream(Budget.values())
                    .flatMap(
                        budget ->
                            Arrays.stream(FreeVariants.values())
                                .map(variants -> new ShortlistKey(category, budget, variants))))
        .toList();
  }
}
