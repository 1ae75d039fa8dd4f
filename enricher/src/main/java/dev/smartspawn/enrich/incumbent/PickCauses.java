package dev.smartspawn.enrich.incumbent;

import dev.smartspawn.schema.enriched.CanonicalId;
import dev.smartspawn.schema.question.StandardQuestion;
import dev.smartspawn.schema.source.Source;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Why questions are answered by other models than when the last refresh was closed, in words.
 *
 * @param before the models when the last refresh was closed
 * @param now the models
 */
public record PickCauses(Map<CanonicalId, ClosedModel> before, Map<CanonicalId, ClosedModel> now) {

  private static final int CENTS = 4;

  /**
   * Such as "price of z-ai/glm-5.2 rose from 0.98 to 1.02, over the budget low".
   *
   * @param from the answer before; absent if there was none
   * @param to the answer now; absent if there is none
   */
  public String inWords(
      StandardQuestion question, @Nullable CanonicalId from, @Nullable CanonicalId to) {
    List<String> causes = new ArrayList<>();
    if (from != null) {
      causes.addAll(ended(question, from));
    }
    if (causes.isEmpty() && to != null) {
      causes.addAll(began(question, to));
    }
    if (causes.isEmpty()) {
      causes.addAll(changed(from));
      causes.addAll(changed(to));
    }
    return String.join("; ", causes);
  }

  /** Why a model cannot be the answer any more. */
  private List<String> ended(StandardQuestion question, CanonicalId id) {
    @Nullable ClosedModel is = now.get(id);
    @Nullable ClosedModel was = before.get(id);
    if (is == null) {
      return List.of("%s is not in the catalogue any more".formatted(id));
    }
    if (!question.budget().affords(is.price())) {
      return List.of(
          "price of %s %s, over the budget %s".formatted(id, move(was, is), question.budget()));
    }
    return is.categories().contains(question.category())
        ? List.of()
        : List.of("%s is not offered for %s any more".formatted(id, question.category()));
  }

  /** Why a model can be the answer that could not before. */
  private List<String> began(StandardQuestion question, CanonicalId id) {
    @Nullable ClosedModel is = now.get(id);
    @Nullable ClosedModel was = before.get(id);
    if (was == null || is == null) {
      return List.of("%s is new".formatted(id));
    }
    if (!question.budget().affords(was.price())) {
      return List.of(
          "price of %s %s, into the budget %s".formatted(id, move(was, is), question.budget()));
    }
    return was.categories().contains(question.category())
        ? List.of()
        : List.of("%s is offered for %s now".formatted(id, question.category()));
  }

  /** What of the model changed, if something did. */
  private List<String> changed(@Nullable CanonicalId id) {
    @Nullable ClosedModel is = id == null ? null : now.get(id);
    @Nullable ClosedModel was = id == null ? null : before.get(id);
    if (is == null || was == null || is.own().equals(was.own())) {
      return List.of();
    }
    Set<Source> sources = new TreeSet<>(is.figures().keySet());
    sources.addAll(was.figures().keySet());
    String from =
        sources.stream()
            .filter(source -> !Objects.equals(is.figures().get(source), was.figures().get(source)))
            .map(Source::id)
            .collect(Collectors.joining(", "));
    if (!from.isEmpty()) {
      return List.of("figures of %s changed (%s)".formatted(id, from));
    }
    return List.of(
        is.price() == was.price()
            ? "prices or capabilities of %s changed".formatted(id)
            : "price of %s %s".formatted(id, move(was, is)));
  }

  private static String move(@Nullable ClosedModel was, ClosedModel is) {
    if (was == null || was.price() == is.price()) {
      return "is " + usd(is.price());
    }
    return "%s from %s to %s"
        .formatted(is.price() > was.price() ? "rose" : "fell", usd(was.price()), usd(is.price()));
  }

  private static String usd(double price) {
    BigDecimal rounded = BigDecimal.valueOf(price).setScale(CENTS, RoundingMode.HALF_UP);
    BigDecimal plain = rounded.stripTrailingZeros();
    return (plain.scale() < 2 ? plain.setScale(2, RoundingMode.UNNECESSARY) : plain)
        .toPlainString();
  }
}
