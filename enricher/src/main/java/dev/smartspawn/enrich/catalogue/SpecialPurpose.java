package dev.smartspawn.enrich.catalogue;

import dev.smartspawn.schema.enriched.CanonicalId;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Recognises by their names models that are not made for tasks in words. */
final class SpecialPurpose {

  /** Words that makers put into the names of such models. */
  private static final Set<String> WORDS =
      Set.of(
          "safety",
          "shield",
          "tts",
          "stt",
          "asr",
          "speech",
          "audio",
          "image",
          "whisper",
          "transcribe",
          "transcription",
          "embed",
          "embedding",
          "embeddings",
          "embedder",
          "rerank",
          "reranker",
          "moderation",
          "moderator",
          "moderate",
          "guard",
          "guardian",
          "safeguard",
          "guardrail",
          "guardrails");

  /** As in ShieldGemma, NemoGuard and WildGuard. */
  private static final Pattern COMPOUND =
      Pattern.compile("shieldgemma|\\w*(?<!van)(?<!avant)guard|guard(?:ian|rail)s?");

  private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");

  private SpecialPurpose() {}

  static boolean isNamedIn(CanonicalId id, String displayName) {
    String model = id.value().substring(id.value().indexOf('/') + 1);
    String name = displayName.substring(displayName.indexOf(':') + 1);
    return BETWEEN_WORDS
        .splitAsStream((model + ' ' + name).toLowerCase(Locale.ROOT))
        .anyMatch(word -> WORDS.contains(word) || COMPOUND.matcher(word).matches());
  }
}
