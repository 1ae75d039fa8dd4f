package dev.smartspawn.enrich.name.parse;

import java.util.Map;
import java.util.Set;

/** The words with a meaning for the parser; all others name a family or a line. */
final class NameVocabulary {

  static final Set<String> EFFORTS =
      Set.of("none", "minimal", "low", "medium", "high", "xhigh", "max");

  /** Words that accompany an effort and mean nothing alone. */
  static final Set<String> EFFORT_UNITS = Set.of("effort", "budget", "adaptive");

  static final Set<String> THINKING =
      Set.of("thinking", "think", "thinker", "reasoning", "reasoner");

  static final Set<String> NEGATIONS = Set.of("non", "no", "without", "not");

  static final Map<String, Flavour> FLAVOURS =
      Map.of(
          "instruct", Flavour.INSTRUCT,
          "it", Flavour.INSTRUCT,
          "chat", Flavour.CHAT,
          "chatgpt", Flavour.CHAT,
          "base", Flavour.BASE,
          "pretrained", Flavour.BASE);

  static final Map<String, ReleaseStage> STAGES =
      Map.of(
          "preview", ReleaseStage.PREVIEW,
          "exp", ReleaseStage.EXPERIMENTAL,
          "experimental", ReleaseStage.EXPERIMENTAL,
          "beta", ReleaseStage.BETA,
          "alpha", ReleaseStage.ALPHA);

  /** Number formats and containers that do not change the answers. */
  static final Set<String> PACKAGING = Set.of("bf16", "fp16", "fp32", "f16", "fp8", "nvfp4", "hf");

  static final Set<String> QUANTISATIONS =
      Set.of(
          "gguf",
          "gptq",
          "awq",
          "int4",
          "int8",
          "4bit",
          "8bit",
          "bnb",
          "nf4",
          "exl2",
          "q4",
          "q5",
          "q6",
          "q8",
          "w4a16",
          "w8a8",
          "w8a16",
          "quantized");

  /** Families whose names contain the model they were made from. */
  static final Set<String> DERIVED =
      Set.of("nemotron", "hermes", "deephermes", "tulu", "distill", "dolphin", "aion");

  /** Families that others are made from. */
  static final Set<String> FOUNDATIONS =
      Set.of("llama", "qwen", "mistral", "mixtral", "gemma", "yi", "phi");

  private NameVocabulary() {}
}
