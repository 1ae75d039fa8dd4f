package dev.smartspawn.enrich.evaluation;

import dev.smartspawn.enrich.metric.Metric;
import dev.smartspawn.schema.enriched.Category;
import dev.smartspawn.schema.source.Source;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The results of all trials.
 *
 * @param findings one per trial with enough models, in the order of the trials
 */
public record EvaluationReport(List<Finding> findings) {

  public EvaluationReport {
    findings = List.copyOf(findings);
  }

  /**
   * @param leftOut laboratory whose figures were hidden
   * @param truth its metric, as {@code livebench/agentic_coding}
   * @param decisive whether it judges the category; otherwise it is reported, and no target
   * @param models judged: those that another laboratory measured as well
   * @param spearman of our order with the truth
   * @param spearmanOfSpec of the specification's plain order
   * @param bestSingle the one remaining metric that agrees best with the truth; absent where none
   *     was measured on models enough
   * @param everyone models the left-out laboratory measured, those included that nobody else did
   *     and that only their prior places
   * @param spearmanOfEveryone of our order with the truth, over all of them
   * @param picks what would have been picked at each budget, of everyone
   */
  public record Finding(
      Source leftOut,
      Category category,
      String truth,
      boolean decisive,
      int models,
      Interval spearman,
      Interval kendall,
      Interval spearmanOfSpec,
      Interval kendallOfSpec,
      @Nullable Single bestSingle,
      int everyone,
      Interval spearmanOfEveryone,
      List<Pick> picks) {

    public Finding {
      picks = List.copyOf(picks);
    }
  }

  /**
   * One metric alone, judged on the models it knows.
   *
   * @param models it and the truth both know
   * @param spearman of it alone
   * @param kendall of it alone
   * @param ours of our order, on the same models
   * @param lead ours less its own; a whole interval below 0 would mean that it is better than we
   *     are
   */
  public record Single(
      String metric, int models, Interval spearman, Interval kendall, double ours, Interval lead) {}

  /**
   * @param budget as {@code low}
   * @param affordable judged models within the budget
   * @param id the one we put first
   * @param standing share of the affordable that the truth puts above it; 0 is the best
   * @param regret what the truth's best would have had more, in the truth's unit
   * @param specId the one the specification's plain order puts first
   */
  public record Pick(
      String budget,
      int affordable,
      String id,
      double standing,
      double regret,
      String specId,
      double specStanding) {}

  public Optional<Finding> finding(Category category, Metric truth) {
    return findings.stream()
        .filter(one -> one.category() == category && one.truth().equals(truth.id()))
        .findFirst();
  }

  /** For people. */
  public String table() {
    return EvaluationTable.of(this);
  }
}
