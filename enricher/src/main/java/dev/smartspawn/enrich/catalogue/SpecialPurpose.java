package dev.smartspawn.enrich.catalogue;

import dev.smartspawn.schema.enriched.CanonicalId;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

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

  private static final Set<String> SEARCHES = Set.of("search", "research", "online", "sonar");

  private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");

  private SpecialPurpose() {}

  static boolean isNamedIn(CanonicalId id, String displayName) {
    String name = displayName.substring(displayName.indexOf(':') + 1);
    return words(model(id) + ' ' + name)
        .anyMatch(word -> WORDS.contains(word) || COMPOUND.matcher(word).matches());
  }

  /** Whether its id says that it answers from the web, as {@code o3-deep-research} does. */
  static boolean isSearchNamedIn(CanonicalId id) {
    return words(model(id)).anyMatch(SEARCHES::contains);
  }

  private static String model(CanonicalId id) {
    return id.value().substring(id.value().indexOf('/') + 1);
  }

  private static Stream<String> words(String text) {
    return BETWEEN_WORDS.splitAsStream(text.toLowerCase(Locale.ROOT));
  }
}
