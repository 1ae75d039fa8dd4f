package dev.smartspawn.query.task;

import dev.smartspawn.query.task.Term.Role;
import dev.smartspawn.schema.enriched.Category;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Counts the votes of one task. A term votes once as part of the instruction and once as part of
 * its material.
 */
final class Tally {
  /** A story about a compiler is a story. */
  private static final double MATERIAL_SHARE = 0.25;

  /** One strong word or two hints: below it nothing was said. */
  private static final double ENOUGH = 2;

  /** Doubt that few votes leave: a single strong word is believed by half, two by two thirds. */
  private static final double DOUBT = 2;

  private final Map<Category, Double> votes = new EnumMap<>(Category.class);
  private final List<Term> voters = new ArrayList<>();
  private final BitSet inInstruction;
  private final BitSet inMaterial;

  /**
   * @param terms how many the vocabulary has
   */
  Tally(int terms) {
    inInstruction = new BitSet(terms);
    inMaterial = new BitSet(terms);
  }

  void countInstruction(Term term) {
    count(term, inInstruction, 1);
  }

  void countMaterial(Term term) {
    count(term, inMaterial, MATERIAL_SHARE);
  }

  private void count(Term term, BitSet counted, double share) {
    if (term.role() != Role.VOTE || counted.get(term.number())) {
      return;
    }
    if (!inInstruction.get(term.number()) && !inMaterial.get(term.number())) {
      voters.add(term);
    }
    counted.set(term.number());
    votes.merge(term.category(), share * term.weight(), Double::sum);
  }

  /** Of categories with as many votes general wins, or else the one declared first. */
  TaskClass result() {
    Category winner = Category.GENERAL;
    double most = votes.getOrDefault(winner, 0.0);
    double all = 0;
    for (Map.Entry<Category, Double> entry : votes.entrySet()) {
      double own = entry.getValue();
      all += own;
      if (own > most && own >= ENOUGH) {
        winner = entry.getKey();
        most = own;
      }
    }
    return new TaskClass(winner, most / (all + DOUBT), textsFor(winner));
  }

  private List<String> textsFor(Category category) {
    List<String> texts = new ArrayList<>();
    for (Term term : voters) {
      if (term.category() == category) {
        texts.add(term.text());
      }
    }
    return texts;
  }
}
