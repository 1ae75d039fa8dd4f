package dev.smartspawn.worker.answer;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes keys out of texts: providers quote the keys they refuse, and models what they are told. */
public final class KeyMask {

  private static final String MASK = "***";

  /** A shorter key may be part of an ordinary word, and is masked only where it is a word. */
  private static final int LONG_ENOUGH = 12;

  private volatile List<Pattern> keys;

  public KeyMask(List<String> keys) {
    this.keys = patterns(keys);
  }

  /** Masks these, too. Earlier ones stay: an answer to an earlier call may quote them. */
  public synchronized void add(List<String> more) {
    Map<String, Pattern> all = new LinkedHashMap<>();
    keys.forEach(key -> all.put(key.pattern(), key));
    patterns(more).forEach(key -> all.put(key.pattern(), key));
    keys = List.copyOf(all.values());
  }

  public String mask(String text) {
    String masked = text;
    for (Pattern key : keys) {
      masked = key.matcher(masked).replaceAll(Matcher.quoteReplacement(MASK));
    }
    return masked;
  }

  private static List<Pattern> patterns(List<String> keys) {
    return keys.stream().filter(key -> !key.isBlank()).distinct().map(KeyMask::pattern).toList();
  }

  private static Pattern pattern(String key) {
    String quoted = Pattern.quote(key);
    return Pattern.compile(
        key.length() >= LONG_ENOUGH
            ? quoted
            : "(?<![\\p{L}\\p{N}])" + quoted + "(?![\\p{L}\\p{N}])");
  }
}
