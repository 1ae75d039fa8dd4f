package dev.smartspawn.query.catalogue;

import dev.smartspawn.query.http.request.PercentDecoding;
import dev.smartspawn.query.http.request.PercentDecoding.Plus;
import dev.smartspawn.query.http.response.Refusal;
import dev.smartspawn.query.view.RenderedModel;
import dev.smartspawn.query.view.ServedCatalogue;
import dev.smartspawn.schema.enriched.CanonicalId;
import java.util.Optional;

/** Reads ids of models in paths and parameters. */
public final class ModelIds {

  public static final String EXPECTED =
      "model ids as anthropic/claude-opus-4.6, separated by commas";

  private ModelIds() {}

  /** Empty if the text does not have the form of an id. */
  public static Optional<CanonicalId> find(String text) {
    try {
      return Optional.of(CanonicalId.of(text));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /**
   * @param encoded as in the path
   * @throws Refusal if it does not have the form of an id, or there is no such model
   */
  static RenderedModel require(ServedCatalogue catalogue, String encoded) {
    return require(catalogue, read(encoded));
  }

  /**
   * @throws Refusal if there is no such model
   */
  static RenderedModel require(ServedCatalogue catalogue, CanonicalId id) {
    return catalogue
        .find(id)
        .orElseThrow(
            () ->
                Refusal.notFound(
                    "unknown_model",
                    "there is no model '%s': expected an id from /models".formatted(id)));
  }

  private static CanonicalId read(String encoded) {
    try {
      return CanonicalId.of(PercentDecoding.decode(encoded, Plus.PLUS));
    } catch (IllegalArgumentException e) {
      throw Refusal.parameter("the model's id cannot be read: " + e.getMessage());
    }
  }
}
