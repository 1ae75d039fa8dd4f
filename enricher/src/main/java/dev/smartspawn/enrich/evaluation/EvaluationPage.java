package dev.smartspawn.enrich.evaluation;

import dev.smartspawn.schema.enriched.PickConfidence;
import java.util.List;

/** An evaluation as a page of the documentation. */
final class EvaluationPage {

  private static final String INTRODUCTION =
      """
      # Evaluation

      This page is written by `./smart-spawn evaluate --page docs/evaluation.md` on a running system; do not edit it. It evaluated %d models.

      Names are judged by an audited list. The ranking is judged by hiding one laboratory at a time: its figures, through whatever source they arrive, are taken away from all models, everything is learned anew from the others, and the hidden figures judge what comes out. [Ranking](ranking.md) describes the method.

      `./smart-spawn evaluate days` judges the coding estimates of recorded days by LMArena's votes on web development. The board itself is no evidence, but other votes of the same people in the same laboratory are. So a second figure leaves the whole laboratory out, as everywhere on this page. [Ranking](ranking.md#steady-answers) has both.
      """;

  private static final String COVERAGE =
      """
      An interval says where a laboratory that nobody has heard would place the model. The hidden laboratory is such a one. About .68 of its models should lie within one error of the estimate and .95 within two. Its figures are brought to scores by a line that treats both sides alike. Errors are in points of a score. A category's mean is over the laboratories with at least 30 judged models; a laboratory with two judges counts once.
      """;

  private static final String CALIBRATION =
      """
      The confidence of a pick is the probability that no affordable model is better by more than %d points. A question is a random half of a trial's models and a budget; the hidden laboratory judges.
      """;

  private static final String REGRET =
      """
      Regret is what the best affordable model would have had more than the pick, by the hidden laboratory, in points of a score; the last column counts in standard deviations of the judged models. Models that nobody else measured are among them: they are placed by release date and price alone. Picks go by the lower bound; beside it stands what the estimate alone would have picked.
      """;

  private EvaluationPage() {}

  static String of(TopicsEvaluation.Result result) {
    IntervalReport intervals = result.intervals();
    return String.join(
        "\n",
        List.of(
            INTRODUCTION.formatted(result.models()),
            section("Names", "", result.names().table()),
            section("Order and picks", "", result.ranking().table()),
            section("Intervals", COVERAGE, IntervalTable.coverage(intervals)),
            section(
                "Confidence",
                CALIBRATION.formatted(Math.round(PickConfidence.MARGIN)),
                IntervalTable.calibration(intervals)),
            section("Regret", REGRET, IntervalTable.regrets(intervals))));
  }

  private static String section(String title, String text, String table) {
    String paragraph = text.isEmpty() ? "" : text + "\n";
    return "## %s\n\n%s```text\n%s\n```\n"
        .formatted(title, paragraph, table.strip().replace(System.lineSeparator(), "\n"));
  }
}
