package dev.smartspawn.enrich.catalogue;

import dev.smartspawn.schema.enriched.CanonicalId;
import dev.smartspawn.schema.enriched.EnrichedModel.Capabilities;
import dev.smartspawn.schema.enriched.EnrichedModel.Pricing;
import dev.smartspawn.schema.raw.OpenRouterModel;
import dev.smartspawn.schema.raw.OpenRouterModel.EmbeddedIndices;
import dev.smartspawn.schema.raw.Raw;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A model as OpenRouter lists it.
 *
 * @param pulledAt when OpenRouter first published this listing
 */
public record ListedModel(CanonicalId id, OpenRouterModel listing, Instant pulledAt) {

  private static final String AFTER_MAKER = ": ";
  private static final double NO_PRICE = -1;

  /** A model that writes less cannot answer; catalogues have 0 and 1 for unknown limits. */
  private static final long FEWEST_OUTPUT_TOKENS = 16;

  private static final Set<String> TEXT = Set.of("text");
  private static final EmbeddedIndices NO_INDICES = new EmbeddedIndices(null, null, null);

  static ListedModel of(Raw<OpenRouterModel> raw) {
    return new ListedModel(CanonicalId.of(raw.record().id()), raw.record(), raw.pulledAt());
  }

  /** Without the maker: {@code Anthropic: Claude Opus 4.6} is {@code Claude Opus 4.6}. */
  public String displayName() {
    String name = listing.name().strip();
    int maker = name.indexOf(AFTER_MAKER);
    return maker < 0 ? name : name.substring(maker + AFTER_MAKER.length()).strip();
  }

  /** Null where the catalogue names no limit, or one that no model can have. */
  public @Nullable Long maxOutputTokens() {
    @Nullable Long tokens = listing.maxCompletionTokens();
    return tokens != null && tokens >= FEWEST_OUTPUT_TOKENS ? tokens : null;
  }

  /** USD per 1M tokens; -1 and -1 for a router. */
  public Pricing pricing() {
    return isRouter()
        ? new Pricing(NO_PRICE, NO_PRICE)
        : ListedPrice.of(listing.pricing(), searchesAlways());
  }

  public Capabilities capabilities() {
    return new Capabilities(
        listing.inputModalities().contains("image"),
        listing.supportedParameters().contains("tools"),
        writesText(),
        listing.supportedParameters().contains("structured_outputs"),
        listing.supportedParameters().contains("reasoning"),
        listing.inputModalities().contains("file"));
  }

  /** In alphabetical order. */
  public List<String> supportedParameters() {
    return listing.supportedParameters().stream().distinct().sorted().toList();
  }

  /** It forwards requests to other models. */
  public boolean isRouter() {
    return listing.pricing().isRouter();
  }

  /** Neither a variant nor an alias: those repeat what is known about another model. */
  public boolean isOriginal() {
    return id.variant().isEmpty() && !id.isAlias();
  }

  /** OpenRouter passes on at least one index of Artificial Analysis with it. */
  public boolean embedsIndices() {
    return listing.artificialAnalysis() != null && !listing.artificialAnalysis().equals(NO_INDICES);
  }

  /**
   * Whether a person or an agent can give it a task in words and read the answer. Models that write
   * images or audio, judge the safety of texts or embed them are for something else, even if they
   * also write text and nothing was measured.
   */
  public boolean isForText() {
    return writesText()
        && TEXT.containsAll(listing.outputModalities())
        && (listing.inputModalities().isEmpty() || listing.inputModalities().contains("text"))
        && !SpecialPurpose.isNamedIn(id, listing.name());
  }

  /** It searches without being asked to. Deep-research models do not list the parameter. */
  private boolean searchesAlways() {
    return listing.supportedParameters().contains("web_search_options")
        || SpecialPurpose.isSearchNamedIn(id);
  }

  /** A listing without output modalities is taken to write text. */
  public boolean writesText() {
    return listing.outputModalities().isEmpty() || listing.outputModalities().contains("text");
  }

  /** Past its last day. */
  public boolean isGone(LocalDate today) {
    return listing.expirationDate() != null && listing.expirationDate().isBefore(today);
  }
}
