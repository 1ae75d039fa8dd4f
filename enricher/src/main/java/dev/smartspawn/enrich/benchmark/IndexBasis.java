package dev.smartspawn.enrich.benchmark;

import dev.smartspawn.enrich.rule.FormulaConstants;
import dev.smartspawn.schema.raw.OpenRouterModel.EmbeddedIndices;
import java.util.Collection;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Where {@code benchmarks} and {@code scores} take Artificial Analysis' indices from. Its own rows
 * and what OpenRouter embeds may be of two versions of the index, which cannot be compared. They
 * are mixed only if they agree across the whole table. What is left out stays in evidence, and the
 * ranking calibrates it.
 *
 * @param coding how far the two agree on the coding index
 * @param intelligence and on the intelligence index
 */
public record IndexBasis(Kind kind, Agreement coding, Agreement intelligence) {

  /** Which of the two are used. */
  public enum Kind {
    /** No own row has an index: the embedded ones are all there is. */
    EMBEDDED,
    /** Own rows first; the embedded indices where a model has none. */
    OWN_THEN_EMBEDDED,
    /** Own rows only: the embedded ones are on another scale, or that cannot be determined. */
    OWN
  }

  /**
   * @param models known to both
   * @param medianDifference index points, of the absolute differences; NaN for no models
   */
  public record Agreement(int models, double medianDifference) {

    private static Agreement on(
        Function<SelectedRecords, @Nullable Double> own,
        Function<EmbeddedIndices, @Nullable Double> embedded,
        Collection<SelectedRecords> models) {
      double[] differences =
          models.stream()
              .map(
                  model ->
                      difference(
                          own.apply(model),
                          model.embedded() == null ? null : embedded.apply(model.embedded())))
              .filter(Objects::nonNull)
              .mapToDouble(Double::doubleValue)
              .sorted()
              .toArray();
      return new Agreement(differences.length, median(differences));
    }

    private static @Nullable Double difference(@Nullable Double own, @Nullable Double embedded) {
      return own == null || embedded == null ? null : Math.abs(own - embedded);
    }

    private boolean isShown() {
      return models >= FormulaConstants.SAME_SCALE_MODELS
          && medianDifference <= FormulaConstants.SAME_SCALE_POINTS;
    }

    private static double median(double[] sorted) {
      int middle = sorted.length / 2;
      return sorted.length == 0
          ? Double.NaN
          : sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    private String text() {
      return models == 0
          ? "no model in common"
          : String.format(Locale.ROOT, "%.1f points over %d models", medianDifference, models);
    }
  }

  /**
   * @param originals every original model once; variants would be counted twice
   */
  public static IndexBasis of(Collection<SelectedRecords> originals) {
    Agreement coding =
        Agreement.on(SelectedRecords::codingIndex, EmbeddedIndices::codingIndex, originals);
    Agreement intelligence =
        Agreement.on(
            SelectedRecords::intelligenceIndex, EmbeddedIndices::intelligenceIndex, originals);
    return new IndexBasis(kind(originals, coding, intelligence), coding, intelligence);
  }

  private static Kind kind(
      Collection<SelectedRecords> originals, Agreement coding, Agreement intelligence) {
    if (originals.stream()
        .allMatch(model -> model.codingIndex() == null && model.intelligenceIndex() == null)) {
      return Kind.EMBEDDED;
    }
    return coding.isShown() && intelligence.isShown() ? Kind.OWN_THEN_EMBEDDED : Kind.OWN;
  }

  boolean usesEmbedded() {
    return kind != Kind.OWN;
  }

  /** As "own rows only; embedded ones differ by a median of ...". */
  @Override
  public String toString() {
    String basis =
        switch (kind) {
          case EMBEDDED -> "embedded ones, there are no others";
          case OWN_THEN_EMBEDDED -> "own rows, gaps filled from embedded ones";
          case OWN -> "own rows only";
        };
    return "%s; median difference in coding %s, in intelligence %s"
        .formatted(basis, coding.text(), intelligence.text());
  }
}
