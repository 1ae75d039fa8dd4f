package dev.smartspawn.enrich.name.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Takes out of a name's tokens what says whether and how hard the model was made to think: {@code
 * thinking-64k-high-effort}, {@code non-reasoning}, {@code highthinking}.
 */
final class ReasoningReader {

  /** Thinking, without a stated level. */
  static final String UNSPECIFIED = "reasoning";

  private static final Pattern GLUED =
      Pattern.compile("(no|non|minimal|low|medium|high|xhigh|max)(thinking|reasoning)");
  private static final Pattern TOKEN_BUDGET = Pattern.compile("\\d+k");

  private final List<String> tokens;
  private final List<String> rest = new ArrayList<>();
  private @Nullable ThinkingMode mode;
  private @Nullable String effort;
  private int at;

  private ReasoningReader(List<String> tokens) {
    this.tokens = unglued(tokens);
  }

  /**
   * @param rest the tokens that say something else
   */
  record Reading(List<String> rest, @Nullable ThinkingMode mode, @Nullable String effort) {

    /**
     * The same with the last word taken for an effort, where it may be one. A budget of tokens
     * ({@code high-32k}) or a stage ({@code high-preview}) may stand beside it.
     */
    Reading withTrailingEffort() {
      if (effort != null && !effort.equals(UNSPECIFIED)) {
        return this;
      }
      int last = rest.size() - 1;
      if (isEffort(last)) {
        return without(last, isBudget(last - 1) ? last - 1 : last, last);
      }
      if (isBudget(last) && isEffort(last - 1)) {
        return without(last - 1, last - 1, last);
      }
      return last > 1 && NameVocabulary.STAGES.containsKey(rest.get(last)) && isEffort(last - 1)
          ? without(last - 1, last - 1, last - 1)
          : this;
    }

    /** The first word is the family's. */
    private boolean isEffort(int place) {
      return place > 0 && NameVocabulary.EFFORTS.contains(rest.get(place));
    }

    private boolean isBudget(int place) {
      return place > 0 && TOKEN_BUDGET.matcher(rest.get(place)).matches();
    }

    private Reading without(int effortAt, int from, int to) {
      List<String> kept = new ArrayList<>(rest.subList(0, from));
      kept.addAll(rest.subList(to + 1, rest.size()));
      String found = rest.get(effortAt);
      return new Reading(
          List.copyOf(kept), found.equals("none") ? ThinkingMode.NOT_THINKING : mode, found);
    }
  }

  static Reading read(List<String> tokens) {
    return new ReasoningReader(tokens).read();
  }

  private Reading read() {
    while (at < tokens.size()) {
      if (NameVocabulary.NEGATIONS.contains(token(0))
          && NameVocabulary.THINKING.contains(token(1))) {
        mode = ThinkingMode.NOT_THINKING;
        at += 2;
      } else if (NameVocabulary.THINKING.contains(token(0))) {
        readThinking();
      } else if (NameVocabulary.EFFORTS.contains(token(0)) && token(1).equals("effort")) {
        effort = token(0);
        at += 2;
      } else if (NameVocabulary.EFFORT_UNITS.contains(token(0))) {
        at++;
      } else {
        rest.add(token(0));
        at++;
      }
    }
    return new Reading(rest, mode, effortWithMode());
  }

  /**
   * After the word may come a budget of tokens, {@code auto}, and as the last an effort, which may
   * have the budget behind it.
   */
  private void readThinking() {
    mode = mode == null ? ThinkingMode.THINKING : mode;
    at++;
    if (TOKEN_BUDGET.matcher(token(0)).matches() || token(0).equals("auto")) {
      at++;
    }
    boolean budgetBehind = at == tokens.size() - 2 && TOKEN_BUDGET.matcher(token(1)).matches();
    if (NameVocabulary.EFFORTS.contains(token(0)) && (at == tokens.size() - 1 || budgetBehind)) {
      effort = token(0);
      at += budgetBehind ? 2 : 1;
    }
  }

  private @Nullable String effortWithMode() {
    if (mode == ThinkingMode.NOT_THINKING) {
      return "none";
    }
    return effort == null && mode == ThinkingMode.THINKING ? UNSPECIFIED : effort;
  }

  private String token(int ahead) {
    return at + ahead < tokens.size() ? tokens.get(at + ahead) : "";
  }

  private static List<String> unglued(List<String> tokens) {
    List<String> apart = new ArrayList<>();
    for (String token : tokens) {
      Matcher glued = GLUED.matcher(token);
      if (!token.endsWith("ing") || !glued.matches()) {
        apart.add(token);
      } else if (NameVocabulary.EFFORTS.contains(glued.group(1))) {
        apart.addAll(List.of(glued.group(1), "effort", glued.group(2)));
      } else {
        apart.addAll(List.of(glued.group(1), glued.group(2)));
      }
    }
    return apart;
  }
}
