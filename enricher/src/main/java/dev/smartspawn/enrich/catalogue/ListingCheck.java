package dev.smartspawn.enrich.catalogue;

import dev.smartspawn.enrich.plausibility.FieldCheck;
import dev.smartspawn.enrich.plausibility.ValueRange;
import dev.smartspawn.schema.raw.OpenRouterModel;
import dev.smartspawn.schema.raw.OpenRouterModel.EmbeddedIndices;
import dev.smartspawn.schema.raw.OpenRouterModelBuilder;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Leaves out of a listing what cannot be true. */
public final class ListingCheck {

  private static final long MOST_TOKENS = 1_000_000_000;
  private static final String EMBEDDED = "benchmarks.artificial_analysis.";

  private ListingCheck() {}

  /** The listing without impossible values; null if its price is impossible. */
  public static @Nullable OpenRouterModel plausible(OpenRouterModel listing, FieldCheck check) {
    Optional<String> objection = listing.pricing().objection();
    if (objection.isPresent()) {
      check.refuse("pricing", objection.get(), "another unit");
      return null;
    }
    @Nullable Long context =
        check.tokens(
            "context_length",
            listing.contextLength() == 0 ? null : (Long) listing.contextLength(),
            MOST_TOKENS);
    OpenRouterModel checked =
        new OpenRouterModelBuilder(listing)
            .name(check.isName("name", listing.name()) ? listing.name() : listing.id())
            .created(check.past("created", listing.created()))
            .expirationDate(lastDay(listing, check))
            .contextLength(Objects.requireNonNullElse(context, 0L))
            .maxCompletionTokens(
                check.tokens(
                    "top_provider.max_completion_tokens",
                    listing.maxCompletionTokens(),
                    MOST_TOKENS))
            .artificialAnalysis(indices(listing.artificialAnalysis(), check))
            .build();
    return checked.equals(listing) ? listing : checked;
  }

  private static @Nullable LocalDate lastDay(OpenRouterModel listing, FieldCheck check) {
    return check.notAncient("expiration_date", listing.expirationDate());
  }

  private static @Nullable EmbeddedIndices indices(
      @Nullable EmbeddedIndices indices, FieldCheck check) {
    return indices == null
        ? null
        : new EmbeddedIndices(
            index("intelligence_index", indices.intelligenceIndex(), check),
            index("coding_index", indices.codingIndex(), check),
            index("agentic_index", indices.agenticIndex(), check));
  }

  private static @Nullable Double index(String name, @Nullable Double index, FieldCheck check) {
    return check.figure(EMBEDDED + name, index, ValueRange.INDEX);
  }
}
