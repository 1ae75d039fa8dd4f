// The API's closed sets of values, with the words that people read for them. A test compares each
// set with the OpenAPI document.

export const CATEGORIES = ["coding", "reasoning", "creative", "research", "general", "vision", "fast-cheap"];
export const CATEGORY_OPTIONS = CATEGORIES.map((each) => [each, each]);

export const DEFAULT_BUDGET = "medium";
export const BUDGETS = [
  ["low", "Low", "under $1 for 1M prompt tokens"],
  ["medium", "Medium", "under $5 for 1M prompt tokens"],
  ["high", "High", "under $20 for 1M prompt tokens"],
  ["any", "Any", "no limit"],
];

/** What a request can require of a model. */
export const CAPABILITIES = [
  ["vision", "vision"],
  ["functionCalling", "function calling"],
  ["json", "JSON output"],
  ["reasoning", "reasoning"],
  ["files", "PDF files"],
];

export const TIERS = [
  ["premium", "premium"],
  ["standard", "standard"],
  ["budget", "budget"],
];

export const CHANGE_KINDS = [
  ["score", "scores"],
  ["price", "prices"],
  ["added", "added"],
  ["removed", "removed"],
  ["capability", "capabilities"],
  ["category", "whole categories"],
  ["pick", "answers"],
];

export const SPAWN_MODES = [
  ["single", "Single", "the best model"],
  ["collective", "Collective", "several models at once, their answers merged"],
  ["cascade", "Cascade", "a cheap model first, an expensive one if that fails"],
];

export const EFFORTS = ["none", "low", "medium", "high", "max"];
export const VERBOSITIES = ["low", "medium", "high"];

export const SPAWN_STATUSES = ["queued", "running", "completed", "failed", "cancelled"];
export const FINAL_STATUSES = ["completed", "failed", "cancelled"];

const SOURCES = {
  openrouter: "OpenRouter",
  "artificial-analysis": "Artificial Analysis",
  "hf-leaderboard": "HF leaderboard",
  lmarena: "LMArena releases",
  "lmarena-dataset": "LMArena dataset",
  livebench: "LiveBench",
  aliases: "aliases.yaml",
  overrides: "seed-overrides.yaml",
};
export const sourceName = (id) => SOURCES[id] ?? id;

/** The sources whose names are matched to the catalogue's models. */
export const MATCHED_SOURCES = ["artificial-analysis", "hf-leaderboard", "lmarena", "lmarena-dataset", "livebench"];

/** "hfLeaderboard", as GET /status spells it, is the source "hf-leaderboard". */
export const sourceOfStatusField = (field) => field.replace(/[A-Z]/g, (letter) => "-" + letter.toLowerCase());

/** Why a model is not a candidate for a recommendation. */
export const FILTERS = {
  router: "router",
  alias: "alias",
  variant: "free or batch variant",
  category: "not in this category",
  budget: "over budget",
  "require:vision": "no vision",
  "require:functionCalling": "no function calling",
  "require:json": "no JSON output",
  "require:reasoning": "no reasoning",
  "require:files": "no PDF files",
  minContext: "context too small",
  exclude: "excluded",
  "no-estimate": "no data",
  parameters: "parameters not taken",
};

export const BENCHMARKS = {
  arena: "LMArena, Elo",
  intelligenceIndex: "AA intelligence",
  codingIndex: "AA coding",
  mathIndex: "AA math",
  mmluPro: "MMLU-Pro",
  gpqa: "GPQA",
  liveCodeBench: "LiveCodeBench",
  math500: "MATH-500",
  ifEval: "IFEval",
  bbh: "BBH",
  liveBenchCoding: "LiveBench coding",
  liveBenchAgenticCoding: "LiveBench agentic coding",
  liveBenchReasoning: "LiveBench reasoning",
  liveBenchMath: "LiveBench math",
  liveBenchLanguage: "LiveBench language",
  liveBenchIF: "LiveBench instructions",
  liveBenchDataAnalysis: "LiveBench data analysis",
};
