package dev.smartspawn.query.catalogue;

import dev.smartspawn.query.http.request.PercentDecoding;
import dev.smartspawn.query.http.request.PercentDecoding.Plus;
import dev.smartspawn.query.http.response.Refusal;
import dev.smartspawn.query.view.RenderedModel;
import dev.smartspawn.query.view.ServedCatalogue;
import dev.smartspawn.schema.enriched.CanonicalId;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/** Reads ids of models in paths and parameters. */
public final class ModelIds {

  public static final String EXPECTED =
      "model ids as anthropic/claude-opus-4.6, separated by commas";

  private static final String UNKNOWN = "unknown_model";
  private static final int SHOWN_CHARS = 120;
  private static final int MAX_CHARS = 200;

  private ModelIds() {}

  /** Empty if the text does not have the form of an id. */
  public static Optional<CanonicalId> find(String text) {
    try {
      return Optional.of(CanonicalId.of(text));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** Any name that a model may have; empty for a blank or absurdly long text. */
  public static Optional<String> name(String text) {
    return Optional.of(text).filter(name -> !name.isBlank() && name.length() <= MAX_CHARS);
  }

  /**
   * Resolves ids and other names of models.
   *
   * @param parameter that names them
   * @param status of the refusal if there is no such model
   * @throws Refusal naming the nearest id if there is no such model
   */
  public static Set<CanonicalId> resolve(
      ServedCatalogue catalogue, String parameter, Collection<String> names, int status) {
    Set<CanonicalId> ids = new LinkedHashSet<>();
    for (String name : names) {
      Optional<RenderedModel> found = catalogue.find(name);
      if (found.isEmpty() && find(name).isEmpty()) {
        throw Refusal.parameter(
            "'%s' is '%s': expected %s".formatted(parameter, shortened(name), EXPECTED));
      }
      ids.add(
          found
              .map(each -> each.model().id())
              .orElseThrow(
                  () ->
                      new Refusal(
                          status,
                          UNKNOWN,
                          "'%s' names '%s': %s"
                              .formatted(parameter, shortened(name), advice(catalogue, name)))));
    }
    return ids;
  }

  /**
   * @param encoded as in the path
   * @throws Refusal if there is no such model
   */
  static RenderedModel require(ServedCatalogue catalogue, String encoded) {
    String name = decoded(encoded);
    Optional<RenderedModel> found = catalogue.find(name);
    if (found.isEmpty()) {
      requireId(name);
    }
    return found.orElseThrow(
        () ->
            Refusal.notFound(
                UNKNOWN,
                "there is no model '%s': %s".formatted(shortened(name), advice(catalogue, name))));
  }

  private static void requireId(String name) {
    try {
      CanonicalId.of(name);
    } catch (IllegalArgumentException e) {
      throw unreadable(e);
    }
  }

  private static String advice(ServedCatalogue catalogue, String name) {
    return catalogue
        .nearestId(shortened(name))
        .map("expected an id from /models; the nearest is '%s'"::formatted)
        .orElse("expected an id from /models");
  }

  private static String shortened(String name) {
    return name.length() > SHOWN_CHARS ? name.substring(0, SHOWN_CHARS) + "..." : name;
  }

  private static String decoded(String encoded) {
    try {
      return PercentDecoding.decode(encoded, Plus.PLUS);
    } catch (IllegalArgumentException e) {
      throw unreadable(e);
    }
  }

  private static Refusal unreadable(IllegalArgumentException mistake) {
    return Refusal.parameter("the model's id cannot be read: " + mistake.getMessage());
  }
}
