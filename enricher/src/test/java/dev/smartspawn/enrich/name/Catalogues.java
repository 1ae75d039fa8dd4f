package dev.smartspawn.enrich.name;

import dev.smartspawn.enrich.evaluation.Csv;
import dev.smartspawn.schema.raw.OpenRouterModel;
import dev.smartspawn.schema.raw.OpenRouterModel.AliasTarget;
import dev.smartspawn.schema.raw.OpenRouterModel.Pricing;
import dev.smartspawn.schema.raw.OpenRouterModel.Reasoning;
import dev.smartspawn.schema.raw.OpenRouterModelBuilder;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Catalogue entries for tests, made from what names are decided by. */
public final class Catalogues {

  private static final String ROUTER = "router";

  private Catalogues() {}

  /** The authored catalogue. */
  public static List<OpenRouterModel> own() {
    return of("names/catalogue.csv");
  }

  /** The authored catalogue of a resource. */
  public static List<OpenRouterModel> of(String resource) {
    return Csv.rows(Resources.text(resource)).stream()
        .map(
            row ->
                model(
                    row.get(0),
                    row.get(1),
                    row.get(2),
                    row.get(3),
                    LocalDate.parse(row.get(4)),
                    row.get(5),
                    row.get(6)))
        .toList();
  }

  /** A model by its id and display name, and nothing else. */
  public static OpenRouterModel model(String id, String name) {
    return model(id, name, id, "", LocalDate.of(2025, 6, 1), "", "");
  }

  /**
   * @param reasoning blank, {@code yes}, efforts from strongest to weakest, or {@code router}
   */
  public static OpenRouterModel model(
      String id,
      String name,
      String slug,
      String huggingFace,
      LocalDate created,
      String reasoning,
      String target) {
    BigDecimal price = new BigDecimal(reasoning.equals(ROUTER) ? "-1" : "0.000001");
    return new OpenRouterModelBuilder()
        .id(id)
        .canonicalSlug(slug)
        .huggingFaceId(huggingFace.isEmpty() ? null : huggingFace)
        .name(name)
        .created(created.atStartOfDay().toInstant(ZoneOffset.UTC))
        .contextLength(0)
        .pricing(new Pricing(price, price, null, null, null, List.of()))
        .reasoning(reasoning(reasoning))
        .aliasTarget(target.isEmpty() ? null : new AliasTarget(null, target))
        .build();
  }

  private static @Nullable Reasoning reasoning(String text) {
    return switch (text) {
      case "", ROUTER -> null;
      case "yes" -> new Reasoning(null, List.of(), null, null);
      default -> new Reasoning(null, List.of(text.split(" ")), null, null);
    };
  }
}
