package dev.smartspawn.enrich.name.parse;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NameParserTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "claude-opus-4-6 | claude opus | 4.6 | ''",
        "Claude 4.5 Haiku | claude haiku | 4.5 | ''",
        "GPT-4o mini | gpt mini o | 4 | ''",
        "qwen3-235b-a22b-thinking-2507 | qwen | 3 | 235b a22b",
        "Mixtral 8x7B Instruct | mixtral | '' | 8x7b",
        "llama-4-maverick-17b-128e-instruct | llama maverick | 4 | 128e 17b",
        "GLM-4.6V | glm v | 4.6 | ''",
        "gemma-3n-e4b-it | gemma n | 3 | e4b",
        "Nova 2.0 Lite | lite nova | 2 | ''",
        "Grok 4.20 | grok | 4.20 | ''",
        "DeepSeek-V3.2 | deepseek | 3.2 | ''",
        "internlm2_5-20b-chat | internlm | 2.5 | 20b",
        "Command R+ | command plus r | '' | ''",
        "command-r7b | command r | '' | 7b",
        "Meta-Llama-3.1-8B-Instruct | llama | 3.1 | 8b",
        "llama-3-8b-instruct | llama | 3 | 8b",
        "NVIDIA-Nemotron-Nano-9B-v2 | nano nemotron | 2 | 9b",
        "R1 1776 | r | 1 1776 | ''",
        "Step3 VL 10B | step vl | 3 | 10b",
        "Ling-1T | ling | '' | 1t",
        "qwen3-qwen3.6-plus | plus qwen | 3.6 | ''",
        "Qwen3.6 Qwen3.6 27B | qwen | 3.6 | 27b",
        "deepseek-deepseek-v3.2 | deepseek | 3.2 | ''",
        "glm-4-air-glm-5 | air glm | 4 5 | ''"
      })
  void readsWordsVersionsAndSizes(String name, String words, String versions, String sizes) {
    ParsedName parsed = NameParser.parse(name);
    assertThat(String.join(" ", parsed.words())).isEqualTo(words);
    assertThat(String.join(" ", parsed.versions())).isEqualTo(versions);
    assertThat(String.join(" ", parsed.sizes())).isEqualTo(sizes);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "GPT-5.4 (xhigh) | gpt | | xhigh",
        "GPT-5.4 mini (Non-Reasoning) | gpt mini | NOT_THINKING | none",
        "Claude Opus 4.6 (Adaptive Reasoning, Max Effort) | claude opus | THINKING | max",
        "Claude Opus 4.7 (Non-reasoning, High Effort) | claude opus | NOT_THINKING | none",
        "Claude Fable 5 (Adaptive Reasoning, Max Effort, Opus 4.8 Fallback) | claude fable |"
            + " THINKING | max",
        "claude-opus-4-5-20251101-thinking-64k-high-effort | claude opus | THINKING | high",
        "claude-opus-4-6-thinking-auto-high-effort | claude opus | THINKING | high",
        "gemini-2.5-flash-lite-highthinking | flash gemini lite | THINKING | high",
        "gemini-3-flash (thinking-minimal) | flash gemini | THINKING | minimal",
        "gpt-5.1-2025-11-13-nothinking | gpt | NOT_THINKING | none",
        "gpt-5.1-codex-max-xhigh | codex gpt max | | xhigh",
        "Qwen3 8B (Reasoning) | qwen | THINKING | reasoning",
        "kimi-k2.5-instant | k kimi | NOT_THINKING | none",
        "Apriel-v1.6-15B-Thinker | apriel | THINKING | reasoning",
        "gpt-5.4-high-32k | gpt | | high",
        "gpt-5.4-32k-high | gpt | | high",
        "claude-opus-4-6-thinking-high-32k | claude opus | THINKING | high",
        "claude-opus-4-6-thinking-32k-high | claude opus | THINKING | high",
        "gemini-3-flash-high-preview | flash gemini | | high",
        "gemini-3-flash-minimal-exp | flash gemini | | minimal",
        "gpt-4-32k | 32k gpt | | ",
        "gemini-3-flash-preview | flash gemini | | ",
        "high-preview | high | | ",
        "mistral-large-3 | large mistral | | "
      })
  void readsModeAndEffort(String name, String words, ThinkingMode mode, String effort) {
    ParsedName parsed = NameParser.read(name).withoutEffort();
    assertThat(String.join(" ", parsed.words())).isEqualTo(words);
    assertThat(parsed.mode()).isEqualTo(mode);
    assertThat(parsed.effort()).isEqualTo(effort);
  }

  @Test
  void lastWordMayBeAnEffortOrPartOfTheName() {
    NameParser.Readings readings = NameParser.read("qwen3-max");
    assertThat(readings.whole().words()).containsExactly("max", "qwen");
    assertThat(readings.withoutEffort().words()).containsExactly("qwen");
    assertThat(readings.certain()).isFalse();
  }

  @Test
  void effortInParenthesesIsCertain() {
    assertThat(NameParser.read("o3-mini (high)").certain()).isTrue();
  }

  @Test
  void openAiSellsInstantAsChat() {
    assertThat(NameParser.parse("gpt-5.3-instant").flavours()).containsExactly(Flavour.CHATGPT);
    assertThat(NameParser.parse("GPT-5 (ChatGPT)")).isEqualTo(NameParser.parse("gpt-5-chat"));
    assertThat(NameParser.parse("Claude Instant").words()).containsExactly("claude", "instant");
  }

  @Test
  void baseModelIsNoPartOfTheName() {
    ParsedName parsed = NameParser.parse("Hermes 4 - Llama-3.1 405B");
    assertThat(parsed.words()).containsExactly("hermes");
    assertThat(parsed.versions()).containsExactly("4");
    assertThat(parsed.base()).isEqualTo(new ParsedName.Base("llama", "3.1"));
  }

  @Test
  void packagingSaysNothingAndQuantisationDoes() {
    assertThat(NameParser.parse("llama-3.1-405b-instruct-fp8"))
        .isEqualTo(NameParser.parse("llama-3.1-405b-instruct-bf16"));
    assertThat(NameParser.parse("Qwen2.5-72B-Instruct-GPTQ-Int4").quantised()).isTrue();
  }

  @Test
  void stageAndLatestAreKeptApart() {
    assertThat(NameParser.parse("gemini-3-flash-preview").stage()).isEqualTo(ReleaseStage.PREVIEW);
    assertThat(NameParser.parse("deepseek-v3.2-exp").stage()).isEqualTo(ReleaseStage.EXPERIMENTAL);
    assertThat(NameParser.parse("mistral-large-latest").latest()).isTrue();
  }
}
