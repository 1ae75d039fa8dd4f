package dev.smartspawn.worker.answer;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import dev.smartspawn.schema.money.Usd;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;

/**
 * The figures of one answer, as they come with its pieces. Most servers report them once, or the
 * sum so far with each piece. Some report what each piece took: then the figures are added up.
 */
final class UsageReports {

  /** Where the figures of a document or a piece may stand. */
  private static final List<JsonPointer> PLACES =
      pointers(
          "/usage",
          "/usage/tokens",
          "/usage/billed_units",
          "/x_groq/usage",
          "/timings",
          "/usageMetadata",
          "/usage_metadata",
          "/token_usage",
          "/tokenUsage",
          "/meta/usage",
          "/meta/tokens",
          "/meta/billed_units",
          "/details",
          "/inference_status",
          "/amazon-bedrock-invocationMetrics",
          "/message/usage",
          "/response/usage",
          "/delta/usage",
          "/delta/usage/tokens",
          "/delta/usage/billed_units",
          "/choices/0/usage",
          "/choices/0/delta/usage",
          "/choices/0/message/usage");

  /** Servers that put the figures into the document itself say so in these. */
  private static final List<String> AT_TOP =
      List.of(
          "prompt_eval_count",
          "eval_count",
          "tokens_evaluated",
          "tokens_predicted",
          "generation_token_count",
          "generated_token_count",
          "completion_tokens");

  /** Text has about four bytes a token; twice as many hardly occur in a whole answer. */
  private static final int BYTES_OF_TOKEN = 8;

  private ReportedUsage largest = ReportedUsage.NONE;
  private ReportedUsage last = ReportedUsage.NONE;
  private int lastSize;
  private long sumOfTokens;
  private long sumOfCosts;
  private int grown;
  private boolean notASum;
  private boolean fell;

  static List<JsonPointer> pointers(String... places) {
    return Stream.of(places).map(JsonPointer::compile).toList();
  }

  /**
   * Reads what a document reports.
   *
   * @param size UTF-16 units of all that came of the answer so far, this document's part included
   */
  void add(JsonNode document, int size) {
    ReportedUsage report = ReportedUsage.NONE;
    for (JsonPointer place : PLACES) {
      JsonNode figures = document.at(place);
      report = figures.isObject() ? ReportedUsage.of(figures).or(report) : report;
    }
    if (AT_TOP.stream().anyMatch(document::has)) {
      report = ReportedUsage.of(document).or(report);
    }
    report = report.or(ReportedUsage.ofCost(ReportedCost.ofDocument(document)));
    if (!report.isEmpty() || report.thought()) {
      add(report, size);
    }
  }

  /**
   * @param bytes UTF-8 length of all that came of the answer
   */
  ReportedUsage total(long bytes) {
    long most = largest.completion().orElse(0);
    boolean tooFew = most * BYTES_OF_TOKEN < bytes;
    boolean possible = sumOfTokens <= (largest.thought() ? ReportedUsage.MOST_TOKENS : bytes);
    boolean apart = possible && (fell || (notASum && (grown > most || tooFew)));
    if (!apart) {
      return largest;
    }
    Optional<Usd> cost = largest.cost().map(one -> new Usd(sumOfCosts));
    return largest.with(
        largest.completion().isPresent() ? OptionalLong.of(sumOfTokens) : OptionalLong.empty(),
        cost);
  }

  private void add(ReportedUsage report, int size) {
    boolean grew = size > lastSize;
    if (grew && lastSize > 0) {
      long before = last.completion().orElse(0);
      long now = report.completion().orElse(before + 1);
      notASum |= before > 0 && now <= before;
      fell |= before > 0 && now < before;
      long costBefore = costOf(last);
      fell |= before == 0 && costOf(report) > 0 && costOf(report) < costBefore;
    }
    grown += grew && report.completion().isPresent() ? 1 : 0;
    // The last of them may be the sum of those before, with nothing written since.
    sumOfTokens = sum(report, sumOfTokens, each -> each.completion().orElse(0), grew);
    sumOfCosts = sum(report, sumOfCosts, UsageReports::costOf, grew);
    largest = report.or(largest);
    last = report;
    lastSize = size;
  }

  private static long costOf(ReportedUsage report) {
    return report.cost().map(Usd::centMillionths).orElse(0L);
  }

  private static long sum(
      ReportedUsage report, long before, ToLongFunction<ReportedUsage> figure, boolean grew) {
    long now = figure.applyAsLong(report);
    return !grew && now >= before ? now : Math.addExact(before, now);
  }
}
