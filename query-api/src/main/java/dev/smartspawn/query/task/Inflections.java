package dev.smartspawn.query.task;

import java.util.LinkedHashSet;
import java.util.Set;

/**
 * The regular inflections of an English word. Forms that nobody writes ("bugges") come along: they
 * cost nothing, since nobody writes them.
 */
final class Inflections {
  private static final String VOWELS = "aeiou";
  private static final int SHORTEST = 3;

  private Inflections() {}

  /** Those of a term, whose last word is the one that changes. */
  static Set<String> of(String term) {
    Set<String> forms = new LinkedHashSet<>();
    forms.add(term);
    int lastWord = term.length() - (term.lastIndexOf(' ') + 1);
    if (lastWord < SHORTEST || !Character.isLetter(term.charAt(term.length() - 1))) {
      return forms;
    }
    String stem = term.substring(0, term.length() - 1);
    char last = term.charAt(term.length() - 1);
    if (last == 'e') {
      add(forms, stem, "es", "ed", "ing");
    } else if (last == 'y' && !isVowel(stem, stem.length() - 1)) {
      add(forms, stem, "ies", "ied", "ying");
    } else {
      add(forms, term, "s", "es", "ed", "ing");
      if (isVowel(stem, stem.length() - 1)) {
        add(forms, term + last, "ed", "ing");
      }
    }
    return forms;
  }

  private static void add(Set<String> forms, String stem, String... endings) {
    for (String ending : endings) {
      forms.add(stem + ending);
    }
  }

  private static boolean isVowel(String word, int index) {
    return VOWELS.indexOf(word.charAt(index)) >= 0;
  }
}
