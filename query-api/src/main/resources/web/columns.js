// The columns of the models table: what each shows, sorts by, and which evidence is behind it.

import { money, number, tokens } from "/web/format.js";

const estimate = (category) => (model) => model.estimates?.[category]?.estimate;
const benchmark = (name) => (model) => model.benchmarks?.[name];

/** Of one quality column: the estimate of the category that is looked at. */
export function columnsFor(category) {
  return [
    { id: "quality", text: "Quality", hint: `estimate for ${category || "general"}, 0 to 100`, value: estimate(category || "general"), write: number, interval: (model) => model.estimates?.[category || "general"], metrics: [""] },
    { id: "score", text: "Score", hint: "the specification's plain score, 0 to 100", value: (model) => model.scores?.[category || "general"], write: number, metrics: ["artificial-analysis/", "hf-leaderboard/", "override"] },
    { id: "prompt", text: "Prompt", hint: "USD for 1M prompt tokens", value: (model) => model.pricing.prompt, write: money, metrics: null, lowIsGood: true },
    { id: "completion", text: "Completion", hint: "USD for 1M completion tokens", value: (model) => model.pricing.completion, write: money, metrics: null, lowIsGood: true },
    { id: "context", text: "Context", hint: "tokens", value: (model) => model.contextLength, write: tokens, metrics: null },
    { id: "efficiency", text: "Efficiency", hint: "score over the price of a prompt and a completion token", value: (model) => model.costEfficiency?.[category || "general"], write: number, metrics: ["artificial-analysis/", "hf-leaderboard/", "override"] },
    { id: "speed", text: "Speed", hint: "tokens a second", value: (model) => model.speed?.outputTokensPerSecond, write: (value) => number(value, 0), metrics: ["artificial-analysis/output_tokens"] },
    { id: "first", text: "First token", hint: "seconds", value: (model) => model.speed?.timeToFirstToken, write: (value) => number(value, 2), metrics: ["artificial-analysis/time_to_first"], lowIsGood: true },
    { id: "arena", text: "Arena", hint: "LMArena, Elo points", value: benchmark("arena"), write: (value) => number(value, 0), metrics: ["lmarena/"] },
    { id: "intelligence", text: "AA intelligence", hint: "Artificial Analysis intelligence index", value: benchmark("intelligenceIndex"), write: number, metrics: ["artificial-analysis/intelligence"] },
    { id: "codingIndex", text: "AA coding", hint: "Artificial Analysis coding index", value: benchmark("codingIndex"), write: number, metrics: ["artificial-analysis/coding"] },
    { id: "liveCoding", text: "LiveBench coding", hint: "LiveBench, percent", value: benchmark("liveBenchCoding"), write: number, metrics: ["livebench/coding"] },
    { id: "liveReasoning", text: "LiveBench reasoning", hint: "LiveBench, percent", value: benchmark("liveBenchReasoning"), write: number, metrics: ["livebench/reasoning"] },
    { id: "gpqa", text: "GPQA", hint: "percent", value: benchmark("gpqa"), write: number, metrics: ["artificial-analysis/gpqa", "hf-leaderboard/gpqa"] },
    { id: "mmluPro", text: "MMLU-Pro", hint: "percent", value: benchmark("mmluPro"), write: number, metrics: ["artificial-analysis/mmlu", "hf-leaderboard/mmlu"] },
  ];
}

export const USUAL_COLUMNS = ["quality", "prompt", "completion", "context", "speed", "arena", "intelligence"];
