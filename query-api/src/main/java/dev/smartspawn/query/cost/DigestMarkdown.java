package dev.smartspawn.query.cost;

import dev.smartspawn.query.cost.CascadeBody.Cascades;
import dev.smartspawn.query.cost.DigestBody.Digest;
import dev.smartspawn.query.cost.DigestBody.Share;
import dev.smartspawn.query.cost.SavingsBody.Savings;
import dev.smartspawn.schema.money.Usd;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A digest as Markdown. */
final class DigestMarkdown {

  private DigestMarkdown() {}

  static String of(Digest digest) {
    List<String> lines = new ArrayList<>();
    lines.add(
        digest.from().equals(digest.to())
            ? "## Costs of %s".formatted(digest.to())
            : "## Costs from %s to %s".formatted(digest.from(), digest.to()));
    lines.add("");
    lines.add(
        "**%s** in %d calls for %d spawns; %s in the time before."
            .formatted(digest.costUsd(), digest.calls(), digest.spawns(), digest.costBeforeUsd()));
    lines.add("");
    if (digest.ambiguousCalls() > 0) {
      lines.add(
          "* %s of it are counted for %d calls whose outcome is unknown"
              .formatted(digest.ambiguousUsd(), digest.ambiguousCalls()));
    }
    addShares("by model", digest.models(), lines);
    addShares("by category", digest.categories(), lines);
    digest.savings().forEach(savings -> lines.add(line(savings)));
    addCascades(digest.cascades(), lines);
    return String.join("\n", lines) + "\n";
  }

  private static void addShares(String title, List<Share> shares, List<String> lines) {
    if (!shares.isEmpty()) {
      lines.add(
          shares.stream()
              .map(share -> "`%s` %s".formatted(share.name(), share.costUsd()))
              .collect(Collectors.joining(", ", "* " + title + ": ", "")));
    }
  }

  private static String line(Savings savings) {
    String than =
        switch (savings.baseline()) {
          case BEST -> "the best model alone";
          case NAMED -> "the named model alone";
          case NO_CASCADE -> "the expensive model at once, without cascades";
        };
    boolean more = Usd.ZERO.isAbove(savings.savedUsd());
    Usd from = more ? negative(savings.mostSavedUsd()) : savings.leastSavedUsd();
    Usd to = more ? negative(savings.leastSavedUsd()) : savings.mostSavedUsd();
    return "* %s %s than %s (%s to %s; spawns: %d)"
        .formatted(
            more ? negative(savings.savedUsd()) : savings.savedUsd(),
            more ? "more" : "less",
            than,
            from,
            to,
            savings.spawns());
  }

  private static void addCascades(Cascades cascades, List<String> lines) {
    if (cascades.hitRate() != null) {
      lines.add(
          "* the cheap model was good enough in %d of %d cascades (%.0f %%); judges cost %s"
              .formatted(
                  cascades.goodEnough(),
                  cascades.cascades(),
                  100 * cascades.hitRate(),
                  cascades.judgesUsd()));
    }
  }

  private static Usd negative(Usd amount) {
    return Usd.ZERO.minus(amount);
  }
}
