package dev.smartspawn.query.task;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Terms by their letters. A text is read along it as it stands, without being cut into words,
 * lower-cased or copied.
 *
 * <p>Letters and digits make words; anything between two words reads as one blank. Other signs
 * count only where a term has them ("c++").
 */
final class TermTree {
  private static final char BLANK = ' ';

  private char[] letters = {};
  private TermTree[] branches = {};
  private @Nullable Term term;

  /** A form that is there already keeps its first term. */
  void add(String form, Term term) {
    TermTree node = this;
    for (int i = 0; i < form.length(); i++) {
      node = node.grow(form.charAt(i));
    }
    if (node.term == null) {
      node.term = term;
    }
  }

  private TermTree grow(char letter) {
    TermTree known = branch(letter);
    if (known != null) {
      return known;
    }
    TermTree grown = new TermTree();
    letters = Arrays.copyOf(letters, letters.length + 1);
    branches = Arrays.copyOf(branches, branches.length + 1);
    letters[letters.length - 1] = letter;
    branches[branches.length - 1] = grown;
    return grown;
  }

  private @Nullable TermTree branch(char letter) {
    for (int i = 0; i < letters.length; i++) {
      if (letters[i] == letter) {
        return branches[i];
      }
    }
    return null;
  }

  static boolean isWordPart(char sign) {
    return Character.isLetterOrDigit(sign);
  }

  /** Goes through a text and finds its terms, the longest first where several begin at one word. */
  final class Reader {
    private final String text;
    private int start;
    private int end;

    Reader(String text) {
      this.text = text;
    }

    /** Null at the end of the text. */
    @Nullable Term next() {
      for (start = wordFrom(end); start < text.length(); start = wordFrom(end)) {
        Term found = longestTerm();
        if (found != null) {
          return found;
        }
        end = wordEnd(start);
      }
      return null;
    }

    /** Where the last term begins. */
    int start() {
      return start;
    }

    private @Nullable Term longestTerm() {
      Term longest = null;
      TermTree node = TermTree.this;
      int at = start;
      while (node != null) {
        if (node.term != null && isBoundary(at)) {
          longest = node.term;
          end = at;
        }
        if (at == text.length()) {
          break;
        }
        char sign = Character.toLowerCase(text.charAt(at));
        TermTree branch = sign == BLANK ? null : node.branch(sign);
        if (branch == null && !isWordPart(sign)) {
          branch = node.branch(BLANK);
          at = wordFrom(at);
        } else {
          at++;
        }
        node = branch;
      }
      return longest;
    }

    private boolean isBoundary(int at) {
      return at == text.length() || !isWordPart(text.charAt(at));
    }

    private int wordFrom(int at) {
      int from = at;
      while (from < text.length() && !isWordPart(text.charAt(from))) {
        from++;
      }
      return from;
    }

    private int wordEnd(int at) {
      int to = at;
      while (to < text.length() && isWordPart(text.charAt(to))) {
        to++;
      }
      return to;
    }
  }
}
