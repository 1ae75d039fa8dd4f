package dev.smartspawn.enrich.name.parse;

import dev.smartspawn.enrich.name.parse.ParsedName.Base;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads names of every source. Case, punctuation and mostly the order do not matter. */
public final class NameParser {

  /** A word alone in parentheses that is certainly an effort: {@code GPT-5.4 (xhigh)}. */
  private static final Pattern EFFORT_IN_PARENTHESES =
      Pattern.compile("\\((none|minimal|low|medium|high|xhigh|max)\\)");

  private final SortedSet<String> words = new TreeSet<>();
  private final SortedSet<String> versions = new TreeSet<>();
  private final SortedSet<String> sizes = new TreeSet<>();
  private final Set<Flavour> flavours = EnumSet.noneOf(Flavour.class);
  private @Nullable ReleaseStage stage;
  private @Nullable ThinkingMode mode;
  private @Nullable Base base;
  private boolean latest;
  private boolean quantised;
  private boolean instant;

  private NameParser() {}

  /**
   * Two readings of a name.
   *
   * @param whole every word counts: {@code qwen3-max} and {@code o3-mini-high} end in no effort
   * @param withoutEffort an effort in parentheses or at the end is none of the words; the same as
   *     {@code whole} where there is none
   * @param certain whether the effort stands in parentheses, where it can be nothing else
   */
  public record Readings(ParsedName whole, ParsedName withoutEffort, boolean certain) {}

  public static ParsedName parse(String name) {
    DateReader.Reading dated = DateReader.read(NameSpelling.fold(name));
    return new NameParser().parsed(dated, reasoning(dated));
  }

  public static Readings read(String name) {
    String folded = NameSpelling.fold(name);
    DateReader.Reading dated = DateReader.read(folded);
    ReasoningReader.Reading reasoning = reasoning(dated);
    ReasoningReader.Reading withoutEffort = reasoning.withTrailingEffort();
    ParsedName whole = new NameParser().parsed(dated, reasoning);
    return withoutEffort.equals(reasoning)
        ? new Readings(whole, whole, true)
        : new Readings(
            whole,
            new NameParser().parsed(dated, withoutEffort),
            EFFORT_IN_PARENTHESES.matcher(folded).find());
  }

  private static ReasoningReader.Reading reasoning(DateReader.Reading dated) {
    return ReasoningReader.read(NameSpelling.tokens(dated.rest()));
  }

  private ParsedName parsed(DateReader.Reading dated, ReasoningReader.Reading reasoning) {
    mode = reasoning.mode();
    List<NamePart> atoms =
        withoutRepetition(
            NamePart.of(reasoning.rest().stream().filter(this::isPartOfName).toList()));
    withoutBase(atoms).forEach(this::place);
    settleChat();
    @Nullable String effort = reasoning.effort();
    if (effort == null && mode == ThinkingMode.NOT_THINKING) {
      effort = "none";
    }
    return new ParsedName(
        Collections.unmodifiableSortedSet(words),
        Collections.unmodifiableSortedSet(versions),
        Collections.unmodifiableSortedSet(sizes),
        Collections.unmodifiableSet(flavours),
        base,
        dated.date().orElse(null),
        stage,
        latest,
        quantised,
        mode,
        effort);
  }

  /** Whether the token belongs to the model's own name. */
  private boolean isPartOfName(String token) {
    if (NameVocabulary.QUANTISATIONS.contains(token)) {
      quantised = true;
      return false;
    }
    return !NameVocabulary.PACKAGING.contains(token) && !Makers.isSignature(token);
  }

  private void place(NamePart atom) {
    switch (atom.kind()) {
      case SIZE -> sizes.add(atom.text());
      case VERSION -> versions.add(atom.text());
      case WORD -> placeWord(atom.text());
    }
  }

  private void placeWord(String word) {
    @Nullable Flavour flavour = NameVocabulary.FLAVOURS.get(word);
    @Nullable ReleaseStage named = NameVocabulary.STAGES.get(word);
    if (word.equals("chatgpt")) {
      words.add("gpt");
    }
    if (flavour != null) {
      flavours.add(flavour);
    } else if (named != null) {
      stage = named;
    } else if (word.equals("latest")) {
      latest = true;
    } else if (word.equals("instant")) {
      instant = true;
    } else {
      words.add(word);
    }
  }

  /**
   * What {@code chat} and {@code instant} mean depends on whose they are: OpenAI calls the models
   * behind ChatGPT so, Moonshot the mode without thinking.
   */
  private void settleChat() {
    if (words.contains("gpt") && (instant || flavours.contains(Flavour.CHAT))) {
      flavours.remove(Flavour.CHAT);
      flavours.add(Flavour.CHATGPT);
    } else if (instant && words.contains("kimi")) {
      mode = ThinkingMode.NOT_THINKING;
    } else if (instant) {
      words.add("instant");
    }
  }

  /**
   * {@code qwen3-qwen3.6-plus} gives its family twice: the version behind the second says all that
   * the version behind the first does.
   */
  private static List<NamePart> withoutRepetition(List<NamePart> atoms) {
    List<NamePart> kept = new ArrayList<>(atoms);
    for (int first = 0; first < kept.size() - 1; first++) {
      for (int second = first + 1; second < kept.size(); second++) {
        if (isGivenTwice(kept, first, second)) {
          boolean versioned = kept.get(first + 1).is(NamePart.Kind.VERSION);
          kept.subList(first, versioned ? first + 2 : first + 1).clear();
          return kept;
        }
      }
    }
    return kept;
  }

  private static boolean isGivenTwice(List<NamePart> atoms, int first, int second) {
    if (!atoms.get(first).is(NamePart.Kind.WORD)
        || !atoms.get(first).text().equals(atoms.get(second).text())) {
      return false;
    }
    NamePart behindFirst = atoms.get(first + 1);
    return !behindFirst.is(NamePart.Kind.VERSION)
        || (second + 1 < atoms.size()
            && atoms.get(second + 1).is(NamePart.Kind.VERSION)
            && (atoms.get(second + 1).text() + ".").startsWith(behindFirst.text() + "."));
  }

  /** {@code Hermes 4 - Llama-3.1 405B} is a Hermes 4, made from a Llama 3.1. */
  private List<NamePart> withoutBase(List<NamePart> atoms) {
    int foundation = -1;
    boolean derived = false;
    for (int i = 0; i < atoms.size(); i++) {
      String text = atoms.get(i).text();
      derived |= NameVocabulary.DERIVED.contains(text);
      if (foundation < 0 && NameVocabulary.FOUNDATIONS.contains(text)) {
        foundation = i;
      }
    }
    if (!derived || foundation < 0) {
      return atoms;
    }
    List<NamePart> own = new ArrayList<>(atoms);
    String family = own.remove(foundation).text();
    boolean versioned = foundation < own.size() && own.get(foundation).is(NamePart.Kind.VERSION);
    base = new Base(family, versioned ? own.remove(foundation).text() : null);
    return own;
  }
}
