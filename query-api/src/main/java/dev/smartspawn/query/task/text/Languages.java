package dev.smartspawn.query.task.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.Character.UnicodeScript;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Tells the natural language of a text: by its script where one language uses it, else by frequent
 * words. Immutable, safe for many threads.
 */
public final class Languages {

  /** Enough to tell the language. */
  private static final int MOST_TOKENS = 200;

  private static final double FEWEST_HITS = 0.5;
  private static final Pattern SPACE = Pattern.compile(" ");

  /** From the root: a path with ".." is not found in a jar. */
  private static final String RESOURCE = "/dev/smartspawn/query/task/languages.txt";

  private final List<String> codes = new ArrayList<>();
  private final Map<String, int[]> languagesOfWord = new HashMap<>();

  private Languages(String lines) {
    Map<String, List<Integer>> byWord = new HashMap<>();
    for (String line : lines.lines().filter(line -> !line.startsWith("#")).toList()) {
      int colon = line.indexOf(':');
      codes.add(line.substring(0, colon));
      for (String word : SPACE.splitAsStream(line.substring(colon + 1).strip()).toList()) {
        List<Integer> languages = byWord.computeIfAbsent(folded(word), key -> new ArrayList<>());
        if (!languages.contains(codes.size() - 1)) {
          languages.add(codes.size() - 1);
        }
      }
    }
    byWord.forEach(
        (word, languages) ->
            languagesOfWord.put(word, languages.stream().mapToInt(Integer::intValue).toArray()));
  }

  public static Languages standard() {
    try (InputStream resource =
        Objects.requireNonNull(Languages.class.getResourceAsStream(RESOURCE))) {
      return new Languages(new String(resource.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The ISO 639-1 code; null if the text has no words or its language is not known. */
  public @Nullable String of(TaskReading reading) {
    String byScript = byScript(reading.text());
    return byScript != null ? byScript : byWords(reading);
  }

  private static @Nullable String byScript(String text) {
    int kana = 0;
    int han = 0;
    int letters = 0;
    Map<UnicodeScript, Integer> others = new HashMap<>();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < 'A' || !Character.isLetter(c)) {
        continue;
      }
      letters++;
      if (c < '\u0370') {
        continue;
      }
      UnicodeScript script = UnicodeScript.of(c);
      if (script == UnicodeScript.HIRAGANA || script == UnicodeScript.KATAKANA) {
        kana++;
      } else if (script == UnicodeScript.HAN) {
        han++;
      } else {
        others.merge(script, 1, Integer::sum);
      }
    }
    // An ideograph or a syllable says as much as several letters of an alphabet.
    if ((kana + han) * 5 > letters) {
      return kana * 12 > han ? "ja" : "zh";
    }
    for (Map.Entry<UnicodeScript, Integer> entry : others.entrySet()) {
      String code = onlyLanguage(entry.getKey());
      if (code != null && entry.getValue() * 4 > letters) {
        return code;
      }
    }
    return null;
  }

  private static @Nullable String onlyLanguage(UnicodeScript script) {
    return switch (script) {
      case HANGUL -> "ko";
      case THAI -> "th";
      case HEBREW -> "he";
      case GREEK -> "el";
      case BENGALI -> "bn";
      case TAMIL -> "ta";
      case TELUGU -> "te";
      case GUJARATI -> "gu";
      case KANNADA -> "kn";
      case MALAYALAM -> "ml";
      case GURMUKHI -> "pa";
      case SINHALA -> "si";
      case KHMER -> "km";
      case LAO -> "lo";
      case MYANMAR -> "my";
      case GEORGIAN -> "ka";
      case ARMENIAN -> "hy";
      case ETHIOPIC -> "am";
      default -> null;
    };
  }

  private @Nullable String byWords(TaskReading reading) {
    double[] hits = new double[codes.size()];
    int read = 0;
    Tokens tokens = reading.tokens();
    for (int token = 0; token < tokens.size() && read < MOST_TOKENS; token++) {
      if (tokens.kind(token) == TokenKind.WORD) {
        read++;
        String word = folded(reading.text().substring(tokens.start(token), tokens.end(token)));
        int[] languages = languagesOfWord.get(word);
        if (languages != null) {
          for (int language : languages) {
            hits[language] += 1.0 / languages.length;
          }
        }
      }
    }
    int best = 0;
    for (int language = 1; language < hits.length; language++) {
      best = hits[language] > hits[best] ? language : best;
    }
    return hits[best] < FEWEST_HITS ? null : codes.get(best);
  }

  private static String folded(String word) {
    char[] folded = word.toCharArray();
    for (int i = 0; i < folded.length; i++) {
      folded[i] = Letters.fold(folded[i]);
    }
    return new String(folded);
  }
}
