package dev.smartspawn.query.task;

import dev.smartspawn.schema.enriched.Category;

/**
 * A word or phrase of the vocabulary.
 *
 * @param number its place in the vocabulary, from 0
 * @param category what it speaks for, if it votes
 */
record Term(int number, String text, Role role, Category category, int weight) {
  enum Role {
    VOTE,
    /** Swallows words that would be misread. */
    IGNORED,
    /** What follows is the subject of the work, not the work. */
    SUBJECT
  }

  static Term vote(int number, String text, Category category, int weight) {
    return new Term(number, text, Role.VOTE, category, weight);
  }

  static Term voiceless(int number, String text, Role role) {
    return new Term(number, text, role, Category.GENERAL, 0);
  }
}
