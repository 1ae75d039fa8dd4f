// The columns of the models table: what each shows and sorts by, and the evidence behind it.

import { money, number, tokens } from "./format.js";
import { BENCHMARKS } from "./labels.js";

const SCORE_METRICS = ["artificial-analysis/", "hf-leaderboard/", "override"];
const integer = (value) => number(value, 0);
const twoDigits = (value) => number(value, 2);

/**
 * A column's "metrics" are prefixes of the evidence behind its values; null means OpenRouter's
 * catalogue. Quality, score and efficiency are those of the category, or of "general" without one.
 */
export function columnsFor(category) {
  const of = category || "general";
  return [
    {
      id: "quality",
      text: "Quality",
      hint: `estimate for ${of}, 0 to 100`,
      value: (model) => model.estimates?.[of]?.estimate,
      format: number,
      interval: (model) => model.estimates?.[of],
      metrics: [""],
    },
    {
      id: "score",
      text: "Score",
      hint: "score from published figures alone, 0 to 100",
      value: (model) => model.scores?.[of],
      format: number,
      metrics: SCORE_METRICS,
    },
    {
      id: "prompt",
      text: "Prompt",
      hint: "USD for 1M prompt tokens",
      value: (model) => model.pricing.prompt,
      format: money,
      metrics: null,
    },
    {
      id: "completion",
      text: "Completion",
      hint: "USD for 1M completion tokens",
      value: (model) => model.pricing.completion,
      format: money,
      metrics: null,
    },
    {
      id: "context",
      text: "Context",
      hint: "tokens",
      value: (model) => model.contextLength,
      format: tokens,
      metrics: null,
    },
    {
      id: "efficiency",
      text: "Efficiency",
      hint: "score divided by the price of a prompt and a completion token",
      value: (model) => model.costEfficiency?.[of],
      format: number,
      metrics: SCORE_METRICS,
    },
    {
      id: "speed",
      text: "Speed",
      hint: "tokens per second",
      value: (model) => model.speed?.outputTokensPerSecond,
      format: integer,
      metrics: ["artificial-analysis/output_tokens"],
    },
    {
      id: "first",
      text: "First token",
      hint: "seconds",
      value: (model) => model.speed?.timeToFirstToken,
      format: twoDigits,
      metrics: ["artificial-analysis/time_to_first"],
    },
    benchmark("arena", "arena", "Elo points", ["lmarena/", "lmarena-dataset/text/overall"], integer),
    benchmark("intelligence", "intelligenceIndex", "index", ["artificial-analysis/intelligence"]),
    benchmark("codingIndex", "codingIndex", "index", ["artificial-analysis/coding"]),
    benchmark("liveCoding", "liveBenchCoding", "percent", ["livebench/coding"]),
    benchmark("liveReasoning", "liveBenchReasoning", "percent", ["livebench/reasoning"]),
    benchmark("gpqa", "gpqa", "percent", ["artificial-analysis/gpqa", "hf-leaderboard/gpqa"]),
    benchmark("mmluPro", "mmluPro", "percent", ["artificial-analysis/mmlu", "hf-leaderboard/mmlu"]),
  ];
}

function benchmark(id, field, hint, metrics, format = number) {
  return { id, text: BENCHMARKS[field], hint, value: (model) => model.benchmarks?.[field], format, metrics };
}

export const DEFAULT_COLUMNS = ["quality", "prompt", "completion", "context", "speed", "arena", "intelligence"];
