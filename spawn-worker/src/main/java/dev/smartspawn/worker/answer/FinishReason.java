package dev.smartspawn.worker.answer;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a provider's {@code finish_reason} means. */
public enum FinishReason {
  /** The model had said all it had to say. */
  CLEAN,
  /** The model was stopped at a limit: the end of the answer is missing. */
  CUT,
  /** The provider held the answer back. */
  FILTERED,
  /** The model or its server broke off: what is there is not the answer. */
  BROKEN,
  /** No reason, or an unknown one: whether it is an answer shows by its text. */
  UNKNOWN;

  private static final String PREFIX = "finish_reason_";

  private static final Map<String, FinishReason> KNOWN =
      Map.ofEntries(
          Map.entry("stop", CLEAN),
          Map.entry("eos", CLEAN),
          Map.entry("eos_token", CLEAN),
          Map.entry("end_turn", CLEAN),
          Map.entry("stop_sequence", CLEAN),
          Map.entry("complete", CLEAN),
          Map.entry("completed", CLEAN),
          Map.entry("done", CLEAN),
          Map.entry("finish", CLEAN),
          Map.entry("end_of_text", CLEAN),
          Map.entry("end_of_sequence", CLEAN),
          Map.entry("end", CLEAN),
          Map.entry("normal", CLEAN),
          Map.entry("endoftext", CLEAN),
          Map.entry("eos_token_id", CLEAN),
          Map.entry("stop_token", CLEAN),
          Map.entry("stop_word", CLEAN),
          Map.entry("stop_str", CLEAN),
          Map.entry("word", CLEAN),
          Map.entry("tool_call", CLEAN),
          Map.entry("tool_calls", CLEAN),
          Map.entry("tool_use", CLEAN),
          Map.entry("function_call", CLEAN),
          Map.entry("length", CUT),
          Map.entry("max_tokens", CUT),
          Map.entry("max_output_tokens", CUT),
          Map.entry("max_completion_tokens", CUT),
          Map.entry("max_length", CUT),
          Map.entry("max_new_tokens", CUT),
          Map.entry("max_tokens_reached", CUT),
          Map.entry("output_limit", CUT),
          Map.entry("limit", CUT),
          Map.entry("truncated", CUT),
          Map.entry("time_limit", CUT),
          Map.entry("token_limit_reached", CUT),
          Map.entry("max_output_tokens_reached", CUT),
          Map.entry("repetition", CUT),
          Map.entry("token_limit", CUT),
          Map.entry("model_length", CUT),
          Map.entry("context_length", CUT),
          Map.entry("context_length_exceeded", CUT),
          Map.entry("model_context_window_exceeded", CUT),
          Map.entry("context_window_exceeded", CUT),
          Map.entry("error_limit", CUT),
          Map.entry("incomplete", CUT),
          Map.entry("max_time", CUT),
          Map.entry("budget_exceeded", CUT),
          Map.entry("pause_turn", CUT),
          Map.entry("content_filter", FILTERED),
          Map.entry("content_filtered", FILTERED),
          Map.entry("content_policy", FILTERED),
          Map.entry("sensitive", FILTERED),
          Map.entry("safety", FILTERED),
          Map.entry("refusal", FILTERED),
          Map.entry("recitation", FILTERED),
          Map.entry("blocklist", FILTERED),
          Map.entry("prohibited_content", FILTERED),
          Map.entry("spii", FILTERED),
          Map.entry("image_safety", FILTERED),
          Map.entry("language", FILTERED),
          Map.entry("error_toxic", FILTERED),
          Map.entry("guardrail_intervened", FILTERED),
          Map.entry("model_armor", FILTERED),
          Map.entry("escalation", FILTERED),
          Map.entry("moderation", FILTERED),
          Map.entry("blocked", FILTERED),
          Map.entry("error", BROKEN),
          Map.entry("network_error", BROKEN),
          Map.entry("server_error", BROKEN),
          Map.entry("insufficient_system_resource", BROKEN),
          Map.entry("abort", BROKEN),
          Map.entry("aborted", BROKEN),
          Map.entry("cancelled", BROKEN),
          Map.entry("canceled", BROKEN),
          Map.entry("timeout", BROKEN),
          Map.entry("preempted", BROKEN),
          Map.entry("compute_error", BROKEN),
          Map.entry("failed", BROKEN),
          Map.entry("user_cancel", BROKEN),
          Map.entry("missing_thought_signature", BROKEN),
          Map.entry("unexpected_tool_call", BROKEN),
          Map.entry("too_many_tool_calls", BROKEN),
          Map.entry("malformed_model_output", BROKEN),
          Map.entry("malformed_tool_use", BROKEN),
          Map.entry("malformed_response", BROKEN),
          Map.entry("malformed_function_call", BROKEN),
          Map.entry("repetition_truncation", BROKEN));

  /**
   * @param reason as the provider says it, in any case
   */
  public static FinishReason of(@Nullable String reason) {
    return reason == null ? UNKNOWN : KNOWN.getOrDefault(plain(reason), UNKNOWN);
  }

  /** Whether the model ended before it had said all it had to say. */
  boolean isEarly() {
    return this == CUT || this == FILTERED || this == BROKEN;
  }

  /** Some servers print the name of a constant: {@code FinishReason.STOP}. */
  private static String plain(String reason) {
    String plain = reason.strip().toLowerCase(Locale.ROOT).replace('-', '_').replace(' ', '_');
    String constant = plain.substring(plain.lastIndexOf('.') + 1);
    return constant.startsWith(PREFIX) ? constant.substring(PREFIX.length()) : constant;
  }
}
